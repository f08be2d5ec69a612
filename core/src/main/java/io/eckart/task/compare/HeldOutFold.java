package io.eckart.task.compare;

import io.eckart.data.Features;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.corruption.Corruptor;
import io.eckart.data.sampling.Split;
import io.eckart.model.Pca;
import io.eckart.model.Reconstructor;
import io.eckart.network.SizedNetwork;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.KMeansConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.kmeans.KMeansTrainer;
import io.eckart.training.pca.PcaTrainer;
import java.util.List;
import java.util.stream.IntStream;

/** Rows to fit models on and rows to judge them by. */
record HeldOutFold(
        Split split, FloatMatrix train, FloatMatrix test, RandomStreams random, FitOptions options, Workers workers) {
    /** Cells that an autoencoder on batches may see in all its epochs together. */
    private static final double MOST_CELLS = 1.2e8;

    private static final int FEWEST_EPOCHS = 5;
    private static final int USUAL_EPOCHS = 100;

    /** One fold for each split of rows. */
    static List<HeldOutFold> of(
            FloatMatrix rows, List<Split> splits, RandomStreams random, FitOptions options, Workers workers) {
        return IntStream.range(0, splits.size())
                .mapToObj(i -> of(rows, splits.get(i), random.child("fold", i), options, workers))
                .toList();
    }

    private static HeldOutFold of(
            FloatMatrix rows, Split split, RandomStreams random, FitOptions options, Workers workers) {
        return new HeldOutFold(
                split, rows.selectRows(split.train()), rows.selectRows(split.test()), random, options, workers);
    }

    /** Errors per cell: over all observed cells, and over those hidden from the model alone (NaN where none is). */
    record Errors(double all, double hidden) {}

    /** Fits a model; only autoencoders learn from corruption. */
    Reconstructor fit(ComparedModel model, int k, Corruption corruption) {
        return switch (model) {
            case MEAN -> new MeanRows(new FloatMatrix(1, train.columns(), pca(1).featureMeans()));
            case PCA -> pca(k);
            case KMEANS -> {
                KMeansConfig config = KMeansConfig.clusters(k).withRestarts(3).withMaxIterations(100);
                yield new KMeansTrainer(config, random, workers, options.listener(), options.stop())
                        .fit(train)
                        .model();
            }
            case FREE, PINV, SHARED, UNROLLED, UNTIED, NETWORK ->
                fit(AutoencoderConfig.of(model.blueprint().orElseThrow(), k)
                        .withCenter(model != ComparedModel.NETWORK)
                        .withTasks(CorruptionTasks.of(corruption)));
        };
    }

    /** Fits an autoencoder, in fewer epochs where it would see very many cells. */
    Reconstructor fit(AutoencoderConfig config) {
        double epochs = MOST_CELLS / train.values().length;
        boolean limits = epochs < USUAL_EPOCHS
                && config.blueprint() instanceof SizedNetwork
                && config.training().stopping().epochs().isEmpty();
        TrainingConfig training =
                limits ? config.training().withEpochs(Math.max(FEWEST_EPOCHS, (int) epochs)) : config.training();
        return new AutoencoderTrainer(config.withTraining(training), random, options.run())
                .fit(Features.of(train))
                .model();
    }

    private Pca pca(int k) {
        return new PcaTrainer(
                        PcaConfig.components(k).withCenter(true), random, workers, options.listener(), options.stop())
                .fit(Features.of(train))
                .model();
    }

    /** How well a model gives back the clean held-out rows from corrupted ones, the same ones for every model. */
    Errors errors(Reconstructor model, Corruption corruption) {
        FloatMatrix seen = new Corruptor(corruption, random).next(test);
        float[] back = model.reconstruct(seen, workers).values();
        double all = 0;
        double hidden = 0;
        long cells = 0;
        long hiddenCells = 0;
        for (int i = 0; i < back.length; i++) {
            double difference = (double) test.values()[i] - back[i];
            if (!Double.isNaN(difference)) {
                all += difference * difference;
                cells++;
                if (Float.isNaN(seen.values()[i])) {
                    hidden += difference * difference;
                    hiddenCells++;
                }
            }
        }
        return new Errors(all / cells, hidden / hiddenCells);
    }

    /**
     * Reconstructs every row as the mean of each feature.
     *
     * @param means 1 x d
     */
    private record MeanRows(FloatMatrix means) implements Reconstructor {
        @Override
        public FloatMatrix reconstruct(FloatMatrix rows, Workers workers) {
            return means.selectRows(new int[rows.rows()]);
        }

        @Override
        public float[] featureMeans() {
            return means.values().clone();
        }

        @Override
        public float[] origin() {
            return featureMeans();
        }
    }
}
