/** What all jobs share: their options, the fit of a table, evaluation, rows to look at. */
@NullMarked
package io.eckart.task;

import org.jspecify.annotations.NullMarked;
