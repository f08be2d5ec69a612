/** Principal component analysis by four solvers, and the noise level of data. */
@NullMarked
package io.eckart.training.pca;

import org.jspecify.annotations.NullMarked;
