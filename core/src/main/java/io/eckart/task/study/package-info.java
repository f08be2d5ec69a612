/** What a study of the subject says: claims, the tests they are put to, their numbers and verdicts. */
@NullMarked
package io.eckart.task.study;

import org.jspecify.annotations.NullMarked;
