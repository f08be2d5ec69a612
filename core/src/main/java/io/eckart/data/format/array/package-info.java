/** Reads, writes and copies NPY files, and reads IDX files. */
@NullMarked
package io.eckart.data.format.array;

import org.jspecify.annotations.NullMarked;
