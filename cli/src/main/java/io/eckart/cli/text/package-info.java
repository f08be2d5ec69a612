/** What a person reads in the terminal: results as text, and progress. */
@NullMarked
package io.eckart.cli.text;

import org.jspecify.annotations.NullMarked;
