/** Scores rows by how unusual they are. */
@NullMarked
package io.eckart.task.score;

import org.jspecify.annotations.NullMarked;
