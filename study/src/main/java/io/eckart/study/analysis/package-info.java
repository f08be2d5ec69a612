/** What the results of the designed experiment say: tables, shares of variance, contrasts, curves over seeds. */
@NullMarked
package io.eckart.study.analysis;

import org.jspecify.annotations.NullMarked;
