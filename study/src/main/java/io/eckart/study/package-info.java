/** The designed experiment: its factors, its data, what its runs measure, and what the factors do. */
@NullMarked
package io.eckart.study;

import org.jspecify.annotations.NullMarked;
