/** The claims, one test each. */
@NullMarked
package io.eckart.study.claim;

import org.jspecify.annotations.NullMarked;
