/** What a user chooses of a network: its architecture, sizes and head, and their words in files. */
@NullMarked
package io.eckart.network;

import org.jspecify.annotations.NullMarked;
