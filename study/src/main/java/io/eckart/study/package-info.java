/** The designed experiment: its factors, its data, and what its runs measure. */
@NullMarked
package io.eckart.study;

import org.jspecify.annotations.NullMarked;
