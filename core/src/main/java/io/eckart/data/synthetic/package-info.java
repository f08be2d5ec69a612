/** Data sets made from a seed, with known truth: planted spectra, correlated sensors, drawn digits. */
@NullMarked
package io.eckart.data.synthetic;

import org.jspecify.annotations.NullMarked;
