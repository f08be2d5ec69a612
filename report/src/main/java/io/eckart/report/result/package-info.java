/** One class for each kind of result: as the JSON that programs read and as the page that people look at. */
@NullMarked
package io.eckart.report.result;

import org.jspecify.annotations.NullMarked;
