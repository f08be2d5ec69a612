/** The demonstration: five parts on data made from a seed, each with its controls. */
@NullMarked
package io.eckart.study.demo;

import org.jspecify.annotations.NullMarked;
