/** What all fits share: configurations, events, reasons to stop, records of runs. */
@NullMarked
package io.eckart.training;

import org.jspecify.annotations.NullMarked;
