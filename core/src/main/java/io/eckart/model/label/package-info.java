/** Fitted models that predict labels: networks with a head, and pipelines of a feature stage and a rule. */
@NullMarked
package io.eckart.model.label;

import org.jspecify.annotations.NullMarked;
