/** Autoencoders as differentiable maps: each encoder's formula, forward and backward, over flat arrays of parameters. */
@NullMarked
package io.eckart.network;

import org.jspecify.annotations.NullMarked;
