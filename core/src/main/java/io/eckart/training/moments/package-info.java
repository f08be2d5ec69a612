/** Linear autoencoders trained on second moments, and their exact optimum. */
@NullMarked
package io.eckart.training.moments;

import org.jspecify.annotations.NullMarked;
