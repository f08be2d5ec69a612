/** Cleans noisy rows by passing them through a code. */
@NullMarked
package io.eckart.task.clean;

import org.jspecify.annotations.NullMarked;
