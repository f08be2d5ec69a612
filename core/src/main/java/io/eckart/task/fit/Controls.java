package io.eckart.task.fit;

import io.eckart.data.FeatureSource;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.corruption.Corruptor;
import io.eckart.data.sampling.SelectedRows;
import io.eckart.model.Autoencoder;
import io.eckart.model.Pca;
import io.eckart.model.Reconstructor;
import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.PcaConfig;
import io.eckart.training.TrainingListener;
import io.eckart.training.pca.PcaTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The controls of an autoencoder: the errors of PCA with the same code size, of the column means and of the same model untrained, over
 * the same rows and with the same noise and masks.
 *
 * @param heldOut whether the rows were held out of training; otherwise the models were fitted on them
 * @param rows the number of rows measured
 * @param pca PCA of the rows trained on, centred as the model is, with as many components as code entries or features
 * @param contrasts one for clean rows, and one for each corruption the model was trained with
 */
public record Controls(boolean heldOut, long rows, Pca pca, List<Contrast> contrasts) {

    /**
     * Errors per cell under one corruption, over all observed cells including the hidden ones.
     *
     * @param corruption what was done to the input
     * @param model the fitted one
     */
    public record Contrast(Corruption corruption, double model, double pca, double columnMean, double untrained) {}

    public Controls {
        contrasts = List.copyOf(contrasts);
    }

    /** The errors for clean rows. */
    public Contrast clean() {
        return contrasts.getFirst();
    }

    /**
     * Measures the controls of a fit.
     *
     * @param source the rows it was fitted on, held-out ones included
     */
    public static Controls of(
            AutoencoderFit fit, FeatureSource source, CorruptionTasks tasks, RandomStreams random, Workers workers) {
        boolean[] flags = fit.heldOutRows();
        SelectedRows heldOut = new SelectedRows(source, flags, true);
        boolean any = heldOut.rowCount().orElse(0) > 0;
        SelectedRows measured = any ? heldOut : new SelectedRows(source, flags, false);
        Pca pca = pca(fit.model(), new SelectedRows(source, flags, false), random, workers);
        List<Contrast> contrasts = new ArrayList<>();
        for (Corruption corruption : corruptions(tasks)) {
            contrasts.add(new Contrast(
                    corruption,
                    error(fit.model(), measured, corruption, random, workers),
                    error(pca, measured, corruption, random, workers),
                    columnMean(fit.model(), measured, workers),
                    error(fit.untrained(), measured, corruption, random, workers)));
        }
        return new Controls(any, measured.rowCount().orElse(0), pca, contrasts);
    }

    private static List<Corruption> corruptions(CorruptionTasks tasks) {
        List<Corruption> all = new ArrayList<>(List.of(Corruption.NONE));
        tasks.tasks().stream()
                .map(CorruptionTasks.Task::corruption)
                .filter(corruption -> !all.contains(corruption))
                .distinct()
                .forEach(all::add);
        return all;
    }

    private static Pca pca(Autoencoder model, SelectedRows trained, RandomStreams random, Workers workers) {
        long rows = trained.rowCount().orElse(0);
        int k = (int) Math.min(Math.min(model.codeSize(), model.features()), rows);
        boolean center = model.architecture() instanceof NetworkEncoder
                || model.dimensions().bias()
                || isCentered(model);
        return new PcaTrainer(PcaConfig.components(k).withCenter(center), random, workers, TrainingListener.SILENT)
                .fit(trained)
                .model();
    }

    private static boolean isCentered(Autoencoder model) {
        return Arrays.equals(model.origin(), model.featureMeans());
    }

    private static double error(
            Reconstructor model, SelectedRows rows, Corruption corruption, RandomStreams random, Workers workers) {
        return Evaluation.of(rows, model, new Corruptor(corruption, random), workers)
                .errorPerCell();
    }

    private static double columnMean(Reconstructor model, SelectedRows rows, Workers workers) {
        return Evaluation.of(rows, model, workers).columnMeanErrorPerCell();
    }
}
