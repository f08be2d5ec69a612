/** Fills the missing cells of a table by the best of several ways. */
@NullMarked
package io.eckart.task.fill;

import org.jspecify.annotations.NullMarked;
