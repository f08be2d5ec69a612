/** The training loop on batches of rows, and what it minimises. */
@NullMarked
package io.eckart.training.batch;

import org.jspecify.annotations.NullMarked;
