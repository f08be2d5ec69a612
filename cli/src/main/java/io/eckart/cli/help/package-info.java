/** What is made of the description of the commands: help in the terminal, manual pages, completion in shells. */
@NullMarked
package io.eckart.cli.help;

import org.jspecify.annotations.NullMarked;
