/** Linear autoencoders and the recurrent encoders derived from them: one file for each parameterization. */
@NullMarked
package io.eckart.network.linear;

import org.jspecify.annotations.NullMarked;
