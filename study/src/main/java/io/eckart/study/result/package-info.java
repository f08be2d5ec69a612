/** Files of results, effects of factors, shares of variance. */
@NullMarked
package io.eckart.study.result;

import org.jspecify.annotations.NullMarked;
