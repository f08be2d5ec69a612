/**
 * Results as the JSON that programs read and as the pages that people look at: for each kind of result one class that makes its JSON
 * and one that makes its page, both from the record of the result.
 */
@NullMarked
package io.eckart.report.result;

import org.jspecify.annotations.NullMarked;
