/** Optimizers and minimizers of functions of a flat array. */
@NullMarked
package io.eckart.training.optimizer;

import org.jspecify.annotations.NullMarked;
