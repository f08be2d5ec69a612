/** Fits a model to a table, with its controls, certificate and diagnostics. */
@NullMarked
package io.eckart.task.fit;

import org.jspecify.annotations.NullMarked;
