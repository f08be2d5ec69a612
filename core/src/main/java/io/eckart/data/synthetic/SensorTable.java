package io.eckart.data.synthetic;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.numerics.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Generates a table of correlated sensors with noise, missing cells and broken rows.
 *
 * <p>Readings are deviations from each sensor's set point, in units of the average sensor's usual deviation, so that their
 * mean is 0 and the rank is r with and without centring. The true values are those of {@link LowRank} with eigenvalues
 * proportional to 1, 1/2, ..., 1/r that sum to d. Rows to break are drawn without replacement and get the kinds of
 * {@link Fault} in turn. Every cell is missing with the same probability, except those that a stuck, displaced or swapped
 * sensor has altered, because the fault would be lost. Noise, faults and missing cells are drawn from separate random streams,
 * so that changing one setting does not change the others; the missing cells of a lower rate are a subset of those of a higher
 * rate.
 *
 * @param rows number of rows n, at least 2
 * @param sensors number of sensors d, at least 2
 * @param rank number of common patterns r, from 1 to the smaller of d - 1 and n - 1
 * @param noise standard deviation of the noise, at least 0
 * @param missingRate probability that a cell is missing, at least 0 and below 1
 * @param brokenRows number of broken rows, from 0 to n
 * @param seed any value
 */
public record SensorTable(
        int rows, int sensors, int rank, double noise, double missingRate, int brokenRows, long seed) {

    /** 1000 rows of 24 sensors with 4 patterns, noise 0.1, 5 % of the cells missing and 20 broken rows; seed 42. */
    public static final SensorTable DEFAULT = new SensorTable(1000, 24, 4, 0.1, 0.05, 20, 42);

    private static final List<String> QUANTITIES = List.of("temp", "pressure", "flow", "vibration", "current");

    /** @throws IllegalArgumentException if a setting is out of its range */
    public SensorTable {
        Settings.checkInteger("rows", rows, 2, Integer.MAX_VALUE);
        Settings.checkInteger("sensors", sensors, 2, Integer.MAX_VALUE);
        Settings.checkInteger("rows x sensors", (long) rows * sensors, 4, Settings.LARGEST_ARRAY);
        Settings.checkInteger("rank", rank, 1, Math.min(rows, sensors) - 1);
        Settings.checkNotNegative("noise", noise);
        Settings.checkRate("missing rate", missingRate);
        Settings.checkInteger("broken rows", brokenRows, 0, rows);
    }

    /** The same settings with another seed. */
    public SensorTable withSeed(long other) {
        return new SensorTable(rows, sensors, rank, noise, missingRate, brokenRows, other);
    }

    /** The data for these settings, the same bits each time. */
    public Sensors generate() {
        RandomStreams streams = new RandomStreams(seed);
        LowRank.Sample sample = new LowRank(rows, sensors, eigenvalues(), noise, seed).generate();
        FaultInjection injection = new FaultInjection(sample, noise);
        List<Fault> faults = injection.breakRows(brokenRows, streams);
        double[] cells = sample.values().values();
        punchHoles(cells, injection, streams.stream("holes"));
        Table table = new Table("sensors", Schema.of(columns()), rows, cells, null);
        return new Sensors(table, sample.clean(), sample.components(), faults);
    }

    /** The r eigenvalues of the true second moment, in descending order. */
    public List<Double> eigenvalues() {
        double harmonic = 0;
        for (int k = 1; k <= rank; k++) {
            harmonic += 1.0 / k;
        }
        List<Double> eigenvalues = new ArrayList<>(rank);
        for (int k = 1; k <= rank; k++) {
            eigenvalues.add(sensors / (harmonic * k));
        }
        return List.copyOf(eigenvalues);
    }

    private void punchHoles(double[] cells, FaultInjection injection, SplittableRandom random) {
        for (int i = 0; i < cells.length; i++) {
            if (random.nextDouble() < missingRate && !injection.altered(i)) {
                cells[i] = Double.NaN;
            }
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(sensors);
        for (int j = 0; j < sensors; j++) {
            int number = j / QUANTITIES.size() + 1;
            columns.add(Column.number(QUANTITIES.get(j % QUANTITIES.size()) + (number < 10 ? "_0" : "_") + number));
        }
        return columns;
    }
}
