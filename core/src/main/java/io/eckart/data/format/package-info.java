/** What formats share: options, missing markers, a file's columns and their places in a table, input and output files. */
@NullMarked
package io.eckart.data.format;

import org.jspecify.annotations.NullMarked;
