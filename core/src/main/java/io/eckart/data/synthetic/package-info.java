/** Data sets made from a seed, with known truth: correlated sensors and drawn digits. */
@NullMarked
package io.eckart.data.synthetic;

import org.jspecify.annotations.NullMarked;
