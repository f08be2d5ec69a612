/** The claims, one plan each, with the models and data of their own experiments. */
@NullMarked
package io.eckart.study.claim;

import org.jspecify.annotations.NullMarked;
