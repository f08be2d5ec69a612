/** Writes results as CSV and TSV files, with samples as rows or as columns. */
@NullMarked
package io.eckart.data.format.csv.writing;

import org.jspecify.annotations.NullMarked;
