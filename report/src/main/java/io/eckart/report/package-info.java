/** Pages that show results: a small vocabulary of sections and charts, and one self-contained HTML file of them. */
@NullMarked
package io.eckart.report;

import org.jspecify.annotations.NullMarked;
