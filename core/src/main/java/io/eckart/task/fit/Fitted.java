package io.eckart.task.fit;

import io.eckart.model.Model;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.Evaluation;

/**
 * A fitted model, the record of its run, and how well it does on the rows it was fitted on.
 *
 * @param <M> the kind of model
 * @param <R> the record of its run
 */
public record Fitted<M extends Model, R>(FittedModel<M> model, R run, Evaluation evaluation) {}
