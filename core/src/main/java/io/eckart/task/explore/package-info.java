/** Shows what is in a table: columns, clusters, odd rows, dimensions. */
@NullMarked
package io.eckart.task.explore;

import org.jspecify.annotations.NullMarked;
