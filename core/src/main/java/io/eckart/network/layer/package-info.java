/** Networks of dense layers, and heads that predict labels from their codes. */
@NullMarked
package io.eckart.network.layer;

import org.jspecify.annotations.NullMarked;
