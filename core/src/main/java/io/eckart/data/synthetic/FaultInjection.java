package io.eckart.data.synthetic;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RandomStreams;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Puts faults into rows of a sample in place and records which single cells it altered. */
final class FaultInjection {
    private static final List<Fault> KINDS = List.of(Fault.STUCK, Fault.SPIKE, Fault.SWAPPED, Fault.INDEPENDENT);
    /** The end stop, in standard deviations of the average sensor. */
    private static final double END_STOP = 6;

    private static final double SMALLEST_SPIKE = 4;
    private static final double LARGEST_SPIKE = 8;

    private final DoubleMatrix values;
    private final DoubleMatrix clean;
    private final double noise;
    private final double[] deviations;
    private final BitSet altered = new BitSet();

    FaultInjection(LowRank.Sample sample, double noise) {
        this.values = sample.values();
        this.clean = sample.clean();
        this.noise = noise;
        this.deviations = new double[clean.columns()];
        Arrays.setAll(deviations, this::deviation);
    }

    /** Whether a fault of one or two sensors hit the cell at this row-major position. */
    boolean altered(int cell) {
        return altered.get(cell);
    }

    /** Breaks {@code count} random rows; returns the fault of every row. */
    List<Fault> breakRows(int count, RandomStreams streams) {
        Fault[] faults = new Fault[values.rows()];
        Arrays.fill(faults, Fault.NONE);
        int[] order = Shuffle.range(values.rows(), streams.stream("broken rows"));
        for (int i = 0; i < count; i++) {
            faults[order[i]] = KINDS.get(i % KINDS.size());
            breakRow(order[i], faults[order[i]], streams.child("fault", i).stream("draws"));
        }
        return List.of(faults);
    }

    private void breakRow(int row, Fault fault, SplittableRandom random) {
        int sensor = random.nextInt(values.columns());
        switch (fault) {
            case NONE -> {}
            case STUCK -> alter(row, sensor, END_STOP * usualDeviation());
            case SPIKE -> alter(row, sensor, values.get(row, sensor) + spike(random));
            case SWAPPED -> swap(row, sensor, farthestFrom(row, sensor));
            case INDEPENDENT -> scatter(row, random);
        }
    }

    /** The true values have variance 1 in the average sensor. */
    private double usualDeviation() {
        return Math.sqrt(1 + noise * noise);
    }

    private double spike(SplittableRandom random) {
        double size = random.nextDouble(SMALLEST_SPIKE, LARGEST_SPIKE) * usualDeviation();
        return random.nextBoolean() ? size : -size;
    }

    private void alter(int row, int sensor, double value) {
        int cell = row * values.columns() + sensor;
        values.values()[cell] = value;
        altered.set(cell);
    }

    private void swap(int row, int one, int other) {
        double kept = values.get(row, one);
        alter(row, one, values.get(row, other));
        alter(row, other, kept);
    }

    private int farthestFrom(int row, int sensor) {
        int farthest = sensor == 0 ? 1 : 0;
        for (int j = 0; j < clean.columns(); j++) {
            if (j != sensor && distance(row, sensor, j) > distance(row, sensor, farthest)) {
                farthest = j;
            }
        }
        return farthest;
    }

    private double distance(int row, int one, int other) {
        return Math.abs(clean.get(row, one) - clean.get(row, other));
    }

    private void scatter(int row, SplittableRandom random) {
        for (int j = 0; j < values.columns(); j++) {
            values.values()[row * values.columns() + j] = deviations[j] * random.nextGaussian();
        }
    }

    private double deviation(int sensor) {
        double squares = 0;
        for (int i = 0; i < clean.rows(); i++) {
            squares += clean.get(i, sensor) * clean.get(i, sensor);
        }
        return Math.sqrt(squares / clean.rows() + noise * noise);
    }
}
