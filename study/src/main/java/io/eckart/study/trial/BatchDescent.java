package io.eckart.study.trial;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.FloatMatrix;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRun;
import io.eckart.training.StopReason;
import io.eckart.training.batch.BatchProblem;
import io.eckart.training.batch.BatchSettings;
import io.eckart.training.batch.BatchTraining;
import io.eckart.training.batch.ReconstructionObjective;
import io.eckart.training.batch.TrainedParameters;
import io.eckart.training.moments.DescentPath;
import io.eckart.training.moments.LinearProblem;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plain gradient descent of a linear form on batches of rows with hidden cells, which it can tell, from a start of a chosen size. */
record BatchDescent(StudyDesign design, Replicate replicate, StudyRun run) {

    /** The model after a number of epochs; empty if the error has grown without bound. */
    Optional<Autoencoder> end(CorruptionTasks tasks, int epochs) {
        FloatMatrix rows = replicate.train();
        int k = design.codeSize(run.codeSize());
        LinearArchitecture architecture =
                (LinearArchitecture) run.parameterization().architecture(design.features(), k);
        Dimensions dimensions = new Dimensions(design.features(), k, architecture.readsIndicator(), false);
        double[] origin = new double[design.features()];
        double scale = LinearProblem.scale(replicate.moments(), origin, false);
        int[] all = IntStream.range(0, rows.rows()).toArray();
        BatchProblem problem = new BatchProblem(rows, all, new int[0], origin, scale, tasks, true);
        double rate = StudyDesign.RATE * DescentPath.unit(replicate.moments(), origin);
        double[] start = LinearStart.of(architecture, dimensions, run.start(), replicate.random().stream("start"));
        try (BatchTraining training = new BatchTraining(
                problem,
                new ReconstructionObjective(problem, architecture, dimensions),
                BatchSettings.of(RunTrainer.training(replicate, rate, epochs), rows.rows()),
                start,
                replicate.random(),
                RunTrainer.SILENT)) {
            TrainedParameters end = training.run(Optional.empty());
            return end.run().stop() == StopReason.DIVERGED
                    ? Optional.empty()
                    : Optional.of(new Autoencoder(new AutoencoderParameters(
                            architecture,
                            dimensions,
                            end.parameters(),
                            origin,
                            scale,
                            replicate.moments().mean(),
                            rows.rows(),
                            Optional.empty())));
        }
    }
}
