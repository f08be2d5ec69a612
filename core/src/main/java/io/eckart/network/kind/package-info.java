/** Which network an architecture stands for. */
@NullMarked
package io.eckart.network.kind;

import org.jspecify.annotations.NullMarked;
