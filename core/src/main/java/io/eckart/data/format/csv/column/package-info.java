/** What the columns of a CSV file hold and how their cells are written, decided from one pass over the cells. */
@NullMarked
package io.eckart.data.format.csv.column;

import org.jspecify.annotations.NullMarked;
