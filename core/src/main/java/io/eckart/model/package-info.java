/** Fitted models: immutable parameters, and what each can do with a row. */
@NullMarked
package io.eckart.model;

import org.jspecify.annotations.NullMarked;
