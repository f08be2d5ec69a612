/** The commands: each reads its options, does one job of the library and answers. */
@NullMarked
package io.eckart.cli.command;

import org.jspecify.annotations.NullMarked;
