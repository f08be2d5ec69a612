/** The claims, one test each, with the models and data of their own experiments. */
@NullMarked
package io.eckart.study.claim;

import org.jspecify.annotations.NullMarked;
