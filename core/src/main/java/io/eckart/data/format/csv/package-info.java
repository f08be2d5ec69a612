/** Reads and copies CSV and TSV files by FastCSV, the one grammar. */
@NullMarked
package io.eckart.data.format.csv;

import org.jspecify.annotations.NullMarked;
