/** Fits autoencoders of any architecture, on moments or on batches. */
@NullMarked
package io.eckart.training.autoencoder;

import org.jspecify.annotations.NullMarked;
