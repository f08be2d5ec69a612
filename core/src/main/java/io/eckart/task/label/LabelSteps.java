package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.JobStep;
import io.eckart.training.TrainingConfig;
import io.eckart.training.batch.BatchSettings;
import io.eckart.training.label.KnownLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of labelling, and about how long they take. */
final class LabelSteps {
    private static final String LAST = "labels";
    /** Multiplications and additions in a second, as {@link LabelCost} takes them. */
    private static final double SPEED = 3e10;
    /** For each weight and row: three products, each a multiplication and an addition. */
    private static final double PASS = 6;
    /** About that of the widest layer of a network for codes. */
    private static final double WIDTH = 256;

    private LabelSteps() {}

    /**
     * The control and the methods one after the other, each in every fold, then the labels.
     *
     * @param compared the methods to compare
     * @param given the method that gives the labels, if that is known
     * @param budget nominal seconds a method may take
     */
    static List<JobStep> of(
            List<LabelMethod> compared, Optional<LabelMethod> given, RowViews views, Targets known, double budget) {
        int folds = LabelFolds.of(known, new RandomStreams(views.options().seed()))
                .hidden()
                .size();
        List<LabelMethod> measured = Stream.concat(Stream.of(LabelMethod.CONSTANT), compared.stream())
                .distinct()
                .filter(method ->
                        method == LabelMethod.CONSTANT || LabelCost.seconds(method, views, known, folds) <= budget)
                .toList();
        List<JobStep> steps = new ArrayList<>();
        for (LabelMethod method : measured) {
            for (int fold = 1; fold <= folds; fold++) {
                String what = method.word() + ", fold " + fold + " of " + folds;
                steps.add(step(what, method, views, known, fold == 1));
            }
        }
        steps.add(
                given.map(method -> step(method.word(), method, views, known, folds == 0 || !measured.contains(method)))
                        .orElseGet(() -> last(measured, views, known)));
        return steps;
    }

    /** By a method that is not known yet: between nothing and the most. Rather less, as a dear one is one of many. */
    private static JobStep last(List<LabelMethod> measured, RowViews views, Targets known) {
        LabelMethod dearest = measured.stream()
                .max(Comparator.comparingDouble(method -> learning(method, views, known)))
                .orElse(LabelMethod.CONSTANT);
        return new JobStep(LAST, dearest.word(), learning(dearest, views, known) / 3);
    }

    /** Every method in every draw of every level. */
    static List<JobStep> ofCurve(
            List<Integer> levels, int draws, List<LabelMethod> methods, RowViews views, Targets known) {
        List<JobStep> steps = new ArrayList<>();
        for (int level : levels) {
            for (int draw = 1; draw <= draws; draw++) {
                for (LabelMethod method : methods) {
                    String what = level + (level == 1 ? " label" : " labels") + ", draw " + draw + ", " + method.word();
                    boolean first = steps.size() < methods.size();
                    steps.add(step(what, method, views, known, first));
                }
            }
        }
        return steps;
    }

    /** The first use of a method includes what is learnt from all rows, once, so its time foretells that of no other. */
    private static JobStep step(String what, LabelMethod method, RowViews views, Targets known, boolean first) {
        String kind = method.word() + (first ? ", first" : "");
        double seconds = learning(method, views, known) + (first ? preparation(method, views, known) : 0);
        return new JobStep(what, kind, seconds);
    }

    private static double learning(LabelMethod method, RowViews views, Targets known) {
        if (method == LabelMethod.FINETUNE || method == LabelMethod.SCRATCH) {
            FineTuneConfig config =
                    method == LabelMethod.FINETUNE ? PretrainedNetwork.TUNING : PretrainedNetwork.CONTROL;
            int labels = KnownLabels.rows(known).length;
            double seen = (double) config.epochs(labels)
                    * labels
                    * (1 + config.companions().perRow());
            return seen * PretrainedNetwork.weights(views.rows().columns()) * PASS / SPEED;
        }
        return LabelCost.seconds(method, views, known, 2) - LabelCost.seconds(method, views, known, 1);
    }

    private static double preparation(LabelMethod method, RowViews views, Targets known) {
        int rows = views.rows().rows();
        double features = views.rows().columns();
        double seen = (double) BatchSettings.of(TrainingConfig.DEFAULT, rows).epochs() * rows;
        return switch (method) {
            case FINETUNE, SCRATCH -> seen * 2 * PretrainedNetwork.weights(features) * PASS / SPEED;
            case UNTRAINED_SOFTMAX, AUTOENCODER_SOFTMAX -> seen * 2 * features * WIDTH * PASS / SPEED;
            case CONSTANT -> 0;
            case SOFTMAX, NEAREST, PCA_SOFTMAX, PCA_NEAREST, SPREAD, SPREAD_COSINE, CLUSTER ->
                LabelCost.seconds(method, views, known, 1) - learning(method, views, known);
        };
    }
}
