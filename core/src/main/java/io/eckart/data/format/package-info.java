/** Readers and writers of CSV, NPY, IDX and image folders; every reader streams. */
@NullMarked
package io.eckart.data.format;

import org.jspecify.annotations.NullMarked;
