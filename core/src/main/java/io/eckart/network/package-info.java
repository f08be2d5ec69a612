/** The architecture, sizes and head of a network, and their names in files. */
@NullMarked
package io.eckart.network;

import org.jspecify.annotations.NullMarked;
