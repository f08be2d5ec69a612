/** Compares models and code sizes on rows held out. */
@NullMarked
package io.eckart.task.compare;

import org.jspecify.annotations.NullMarked;
