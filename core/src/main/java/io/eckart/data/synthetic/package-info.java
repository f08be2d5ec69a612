/** Data sets made from a seed, with known truth: planted spectra, curved surfaces, clusters, correlated sensors, people, drawn digits. */
@NullMarked
package io.eckart.data.synthetic;

import org.jspecify.annotations.NullMarked;
