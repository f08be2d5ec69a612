/** Options that several commands have, and which of them go together. */
@NullMarked
package io.eckart.cli.option;

import org.jspecify.annotations.NullMarked;
