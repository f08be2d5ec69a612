/** What a user asks for: fit a table, evaluate, score. */
@NullMarked
package io.eckart.task;

import org.jspecify.annotations.NullMarked;
