/** Fits models that predict labels, and spreads labels over a graph. */
@NullMarked
package io.eckart.training.label;

import org.jspecify.annotations.NullMarked;
