/**
 * Results as the JSON that programs read and as the pages that people look at: for each kind of result one class that makes its page
 * and, where the JSON is not simply the record of the result, one that makes its JSON.
 */
@NullMarked
package io.eckart.report.result;

import org.jspecify.annotations.NullMarked;
