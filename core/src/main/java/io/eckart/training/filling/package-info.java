/** Fits models that fill missing cells. */
@NullMarked
package io.eckart.training.filling;

import org.jspecify.annotations.NullMarked;
