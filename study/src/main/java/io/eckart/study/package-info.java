/** The designed experiment: its factors, its data, and its results as records. */
@NullMarked
package io.eckart.study;

import org.jspecify.annotations.NullMarked;
