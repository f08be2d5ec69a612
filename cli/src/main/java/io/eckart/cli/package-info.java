/** The command line: one class per command; {@link io.eckart.cli.Output} is the only one that prints. */
@NullMarked
package io.eckart.cli;

import org.jspecify.annotations.NullMarked;
