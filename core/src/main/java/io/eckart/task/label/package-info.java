/** Labels the rows of a table, and fine-tunes networks on labels. */
@NullMarked
package io.eckart.task.label;

import org.jspecify.annotations.NullMarked;
