package io.eckart.training.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.statistics.Moments;
import io.eckart.training.Rows;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearProblemTest {
    private static final long SEED = 91;
    private static final int D = 4;
    private static final int N = 30;
    private static final int REPEATS = 1000;
    private static final double SCALE = 1.7;
    private static final double[] ORIGIN = {0.3, -0.2, 0.5, 0};

    private final FloatMatrix rows = Rows.draw(N, D, SEED);

    /** The mean of some number, with its standard error. */
    private static final class Mean {
        private double sum;
        private double squares;
        private long count;

        void add(double value) {
            sum += value;
            squares += value * value;
            count++;
        }

        /** Five standard errors; one of a hundred numbers is beyond them once in 20,000 seeds. */
        void assertIs(double expected, String what) {
            double mean = sum / count;
            double error = Math.sqrt(Math.max(0, squares / count - mean * mean) / count);
            assertThat(expected).as("%s, seed %d", what, SEED).isCloseTo(mean, within(5 * error + 1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "gaussian:0.8",
                "mask:0.4",
                "gaussian:0.8,mask:0.4",
                "none + 2*gaussian:0.8 + 3*mask:0.4 + gaussian:0.3,mask:0.7"
            })
    void momentsAreTheMeansOverDrawnCorruptions(String text) {
        for (boolean bias : new boolean[] {false, true}) {
            for (double[] origin : new double[][] {new double[D], ORIGIN}) {
                check(CorruptionTasks.parse(text), origin, bias);
            }
        }
    }

    private void check(CorruptionTasks tasks, double[] origin, boolean bias) {
        LinearProblem problem = LinearProblem.of(Rows.moments(rows), tasks, origin, bias, SCALE);
        SplittableRandom random = new RandomStreams(SEED).stream("corruption");
        Mean[] cross = means(D * D);
        Mean[] input = means(D * D);
        Mean[] first = means(D);
        double[] mean = new double[D];
        double energy = 0;
        for (int i = 0; i < N; i++) {
            double[] target = standardised(i, origin);
            for (int j = 0; j < D; j++) {
                mean[j] += bias ? target[j] / N : 0;
                energy += target[j] * target[j] / N;
            }
        }
        for (int r = 0; r < REPEATS * N; r++) {
            double[] target = standardised(r % N, origin);
            double[] seen = corrupted(target, tasks, random);
            for (int a = 0; a < D; a++) {
                first[a].add(seen[a]);
                for (int b = 0; b < D; b++) {
                    // About the means of the problem, whose own correctness the means of x~ show below.
                    double left = seen[a] - problem.inputShare() * mean[a];
                    cross[a * D + b].add(left * (target[b] - mean[b]));
                    input[a * D + b].add(left * (seen[b] - problem.inputShare() * mean[b]));
                }
            }
        }
        for (int i = 0; i < D * D; i++) {
            cross[i].assertIs(problem.cross().values()[i], "Sx, bias " + bias);
            input[i].assertIs(problem.input().values()[i], "Sxx, bias " + bias);
        }
        double squares = 0;
        for (int j = 0; j < D; j++) {
            squares += mean[j] * mean[j];
            assertThat(problem.targetMean()[j]).isCloseTo(mean[j], within(1e-6));
            if (bias) {
                first[j].assertIs(problem.inputShare() * mean[j], "E[x~]");
            }
        }
        assertThat(problem.energy()).as("seed %d", SEED).isCloseTo(energy - squares, within(1e-6));
        assertThat(problem.clean()).isEqualTo(tasks.isNone());
    }

    private double[] standardised(int row, double[] origin) {
        double[] target = new double[D];
        for (int j = 0; j < D; j++) {
            target[j] = (rows.get(row, j) - origin[j]) / SCALE;
        }
        return target;
    }

    private static double[] corrupted(double[] target, CorruptionTasks tasks, SplittableRandom random) {
        double place = random.nextDouble();
        int task = 0;
        while (task < tasks.tasks().size() - 1
                && place >= tasks.tasks().get(task).weight()) {
            place -= tasks.tasks().get(task++).weight();
        }
        Corruption corruption = tasks.tasks().get(task).corruption();
        double[] seen = target.clone();
        for (int j = 0; j < seen.length; j++) {
            seen[j] += corruption.noise() / SCALE * random.nextGaussian();
            seen[j] = random.nextDouble() < corruption.hidden() ? 0 : seen[j];
        }
        return seen;
    }

    private static Mean[] means(int count) {
        Mean[] means = new Mean[count];
        java.util.Arrays.setAll(means, i -> new Mean());
        return means;
    }

    @Test
    void theScaleIsTheRootMeanSquareCell() {
        Moments moments = Rows.moments(rows);
        double aboutOrigin = 0;
        double aboutMean = 0;
        for (int i = 0; i < N * D; i++) {
            aboutOrigin += Math.pow(rows.values()[i] - ORIGIN[i % D], 2) / (N * D);
            aboutMean += Math.pow(rows.values()[i] - moments.mean()[i % D], 2) / (N * D);
        }
        assertThat(LinearProblem.scale(moments, ORIGIN, false)).isCloseTo(Math.sqrt(aboutOrigin), within(1e-6));
        assertThat(LinearProblem.scale(moments, ORIGIN, true)).isCloseTo(Math.sqrt(aboutMean), within(1e-6));
        Moments constant = Rows.moments(new FloatMatrix(2, 1, new float[] {3, 3}));
        assertThat(LinearProblem.scale(constant, new double[1], true)).isEqualTo(1);
    }

    @Test
    void tasksOccurAsOftenAsTheirWeightsSay() {
        CorruptionTasks tasks = CorruptionTasks.parse("none + 2*gaussian:0.5 + mask:0.3");
        assertThat(tasks.at(0)).isEqualTo(Corruption.NONE);
        assertThat(tasks.at(0.2499)).isEqualTo(Corruption.NONE);
        assertThat(tasks.at(0.2501)).isEqualTo(Corruption.gaussian(0.5));
        assertThat(tasks.at(0.7499)).isEqualTo(Corruption.gaussian(0.5));
        assertThat(tasks.at(0.7501)).isEqualTo(Corruption.mask(0.3));
        assertThat(tasks.at(Math.nextDown(1.0))).isEqualTo(Corruption.mask(0.3));
        assertThat(CorruptionTasks.parse(tasks.toString())).isEqualTo(tasks);
    }
}
