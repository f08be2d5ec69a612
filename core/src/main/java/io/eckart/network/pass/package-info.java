/** What all networks share: layouts of parameters, and passes that take batches of rows forward and gradients back. */
@NullMarked
package io.eckart.network.pass;

import org.jspecify.annotations.NullMarked;
