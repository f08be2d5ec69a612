/** What a user asks for: fit a table, fill its holes, evaluate, score. */
@NullMarked
package io.eckart.task;

import org.jspecify.annotations.NullMarked;
