/** Start and end of the command line: exit codes, failures, Ctrl-C; {@link io.eckart.cli.Output} is the only class that prints. */
@NullMarked
package io.eckart.cli;

import org.jspecify.annotations.NullMarked;
