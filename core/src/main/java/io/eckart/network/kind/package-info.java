/** The network of each architecture. */
@NullMarked
package io.eckart.network.kind;

import org.jspecify.annotations.NullMarked;
