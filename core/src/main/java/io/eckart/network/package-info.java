/** What an architecture is: its parameters, and how batches of rows run through it and back. */
@NullMarked
package io.eckart.network;

import org.jspecify.annotations.NullMarked;
