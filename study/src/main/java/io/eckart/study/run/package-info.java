/** Runs the whole study, and resumes it. */
@NullMarked
package io.eckart.study.run;

import org.jspecify.annotations.NullMarked;
