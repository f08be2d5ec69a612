/** How a claim is planned, measured and judged: borders, controls, and many comparisons. */
@NullMarked
package io.eckart.study.judgement;

import org.jspecify.annotations.NullMarked;
