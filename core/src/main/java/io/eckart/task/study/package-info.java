/** The subject put to the test: a designed experiment over parameterizations, code sizes and corruptions, and claims with verdicts. */
@NullMarked
package io.eckart.task.study;

import org.jspecify.annotations.NullMarked;
