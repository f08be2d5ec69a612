/** Runs the whole study, keeps its results in files, and resumes it. */
@NullMarked
package io.eckart.study.run;

import org.jspecify.annotations.NullMarked;
