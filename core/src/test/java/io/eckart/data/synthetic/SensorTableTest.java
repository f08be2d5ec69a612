package io.eckart.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.numerics.DoubleMatrix;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SensorTableTest {
    private static final SensorTable DEFAULT = SensorTable.DEFAULT;
    private static final int CELLS = DEFAULT.rows() * DEFAULT.sensors();

    private final Sensors sensors = DEFAULT.generate();

    @Test
    void columnsAreNumbersWithPlainNames() {
        assertThat(sensors.table().schema().columns().stream().map(Column::name))
                .hasSize(24)
                .startsWith("temp_01", "pressure_01", "flow_01", "vibration_01", "current_01", "temp_02");
        assertThat(sensors.table().schema().columns()).allMatch(c -> c.type() == ColumnType.NUMBER);
        SensorTable many = new SensorTable(9, 600, 2, 0, 0, 0, 1);
        assertThat(many.generate().table().schema().columns().getLast().name()).isEqualTo("current_120");
    }

    @Test
    void truthHasThePlantedRank() {
        // Rounding leaves about 1e-15; the weakest pattern leaves about 1.
        assertThat(Elimination.rank(sensors.clean(), 1e-10)).isEqualTo(4);
        assertThat(DEFAULT.eigenvalues()).hasSize(4).isSortedAccordingTo(Collections.reverseOrder());
        double squares = 0;
        for (double value : sensors.clean().values()) {
            squares += value * value;
        }
        assertThat(squares / CELLS).as("variance of the average sensor").isCloseTo(1, within(1e-10));
    }

    @Test
    void intactReadingsAreTruthPlusNoise() {
        double squares = 0;
        int count = 0;
        for (int i = 0; i < CELLS; i++) {
            int row = i / 24;
            if (!sensors.faults().get(row).isBroken() && !sensors.holes()[i]) {
                double noise =
                        sensors.table().cell(row, i % 24) - sensors.clean().values()[i];
                squares += noise * noise;
                count++;
            }
        }
        // Four standard errors sigma / sqrt(2 n) with n about 22,000.
        assertThat(Math.sqrt(squares / count)).as("seed 42").isCloseTo(0.1, within(0.002));
    }

    @Test
    void holesHaveTheirRate() {
        for (double rate : new double[] {0.05, 0.5, 0.9}) {
            boolean[] holes = withMissingRate(rate).generate().holes();
            double bound = 4 * Math.sqrt(CELLS * rate * (1 - rate)) + 2 * DEFAULT.brokenRows();
            assertThat((double) count(holes)).as("rate %s, seed 42", rate).isCloseTo(rate * CELLS, within(bound));
        }
    }

    @Test
    void noHolesAtRateZero() {
        assertThat(count(withMissingRate(0).generate().holes())).isZero();
    }

    @Test
    void holesDoNotChangeTheOtherCellsAndGrowWithTheRate() {
        Sensors whole = withMissingRate(0).generate();
        boolean[] more = withMissingRate(0.3).generate().holes();
        for (int i = 0; i < CELLS; i++) {
            if (sensors.holes()[i]) {
                assertThat(more[i]).as("hole %d stays at a higher rate", i).isTrue();
            } else {
                assertThat(sensors.table().cell(i / 24, i % 24))
                        .isEqualTo(whole.table().cell(i / 24, i % 24));
            }
        }
    }

    @Test
    void brokenRowsAreCountedAndOfEveryKindInTurn() {
        Map<Fault, Integer> kinds = new EnumMap<>(Fault.class);
        sensors.faults().forEach(fault -> kinds.merge(fault, 1, Integer::sum));
        assertThat(kinds)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Fault.NONE, 980, Fault.STUCK, 5, Fault.SPIKE, 5, Fault.SWAPPED, 5, Fault.INDEPENDENT, 5));
        assertThat(count(sensors.broken())).isEqualTo(20);
        assertThat(count(withBrokenRows(0).generate().broken())).isZero();
        assertThat(count(withBrokenRows(1000).generate().broken())).isEqualTo(1000);
    }

    @Test
    void faultsAlterTheCellsTheySay() {
        Sensors sound = withBrokenRows(0).generate();
        for (int i = 0; i < DEFAULT.rows(); i++) {
            int expected = switch (sensors.faults().get(i)) {
                case NONE -> 0;
                case STUCK, SPIKE -> 1;
                case SWAPPED -> 2;
                case INDEPENDENT -> observed(sensors, sound, i);
            };
            assertThat(differences(sensors, sound, i))
                    .as("row %d, %s", i, sensors.faults().get(i))
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyBrokenRowLiesFurtherOffThePatternsThanTheIntactOnes() {
        Sensors whole = withMissingRate(0).generate();
        assertThat(areaUnderCurve(whole, i -> residual(whole, i))).as("seed 42").isGreaterThan(0.999);
    }

    @Test
    void normAloneMissesSwappedAndIndependentRows() {
        Sensors whole = withMissingRate(0).generate();
        assertThat(areaUnderCurve(whole, i -> norm(whole, i))).as("seed 42").isBetween(0.5, 0.9);
        Sensors sound = new SensorTable(1000, 24, 4, 0.1, 0, 0, 42).generate();
        for (int i = 0; i < 1000; i++) {
            if (whole.faults().get(i) == Fault.SWAPPED) {
                // The same 24 squares in another order.
                assertThat(norm(whole, i)).as("row %d", i).isCloseTo(norm(sound, i), within(1e-13));
            }
        }
    }

    @Test
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        Sensors again = DEFAULT.generate();
        assertThat(bits(again)).isEqualTo(bits(sensors));
        assertThat(again.faults()).isEqualTo(sensors.faults());
        assertThat(bits(DEFAULT.withSeed(43).generate())).isNotEqualTo(bits(sensors));
    }

    @Test
    void smallestTableWorks() {
        Sensors smallest = new SensorTable(2, 2, 1, 0, 0.5, 2, 9).generate();
        assertThat(smallest.table().rows()).isEqualTo(2);
        assertThat(Elimination.rank(smallest.clean(), 1e-12)).isEqualTo(1);
    }

    @Test
    void badSettingsAreRefusedWithValueAndRange() {
        refused(() -> new SensorTable(1, 5, 1, 0, 0, 0, 0), "rows must be from 2 to 2147483647, got 1");
        refused(() -> new SensorTable(9, 1, 1, 0, 0, 0, 0), "sensors must be from 2 to 2147483647, got 1");
        refused(() -> new SensorTable(1 << 20, 1 << 12, 1, 0, 0, 0, 0), "rows x sensors", "4294967296");
        refused(() -> new SensorTable(9, 5, 5, 0, 0, 0, 0), "rank must be from 1 to 4, got 5");
        refused(() -> new SensorTable(3, 5, 0, 0, 0, 0, 0), "rank must be from 1 to 2, got 0");
        refused(() -> new SensorTable(9, 5, 1, -1, 0, 0, 0), "noise must be at least 0 and finite, got -1.0");
        refused(() -> new SensorTable(9, 5, 1, Double.POSITIVE_INFINITY, 0, 0, 0), "noise", "got Infinity");
        refused(() -> new SensorTable(9, 5, 1, 0, 1, 0, 0), "missing rate must be at least 0 and below 1, got 1.0");
        refused(() -> new SensorTable(9, 5, 1, 0, Double.NaN, 0, 0), "missing rate", "got NaN");
        refused(() -> new SensorTable(9, 5, 1, 0, 0, 10, 0), "broken rows must be from 0 to 9, got 10");
    }

    private static void refused(Runnable settings, String... parts) {
        assertThatThrownBy(settings::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    private static SensorTable withMissingRate(double rate) {
        return new SensorTable(1000, 24, 4, 0.1, rate, 20, 42);
    }

    private static SensorTable withBrokenRows(int count) {
        return new SensorTable(1000, 24, 4, 0.1, 0.05, count, 42);
    }

    private static int count(boolean[] flags) {
        return (int) IntStream.range(0, flags.length).filter(i -> flags[i]).count();
    }

    private static int observed(Sensors one, Sensors other, int row) {
        return (int) IntStream.range(0, 24)
                .filter(j -> !one.table().isMissing(row, j) && !other.table().isMissing(row, j))
                .count();
    }

    /** Cells observed in both tables that differ; a fault keeps its cell from being a hole, which is not counted. */
    private static int differences(Sensors one, Sensors other, int row) {
        return (int) IntStream.range(0, 24)
                .filter(j -> !other.table().isMissing(row, j))
                .filter(j -> one.table().cell(row, j) != other.table().cell(row, j))
                .count();
    }

    private static double norm(Sensors sensors, int row) {
        double squares = 0;
        for (int j = 0; j < 24; j++) {
            double value =
                    sensors.table().isMissing(row, j) ? 0 : sensors.table().cell(row, j);
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    /** The distance of a row without holes from the span of the planted components. */
    private static double residual(Sensors sensors, int row) {
        DoubleMatrix v = sensors.components();
        double squares = norm(sensors, row) * norm(sensors, row);
        for (int k = 0; k < v.rows(); k++) {
            double dot = 0;
            for (int j = 0; j < v.columns(); j++) {
                dot += sensors.table().cell(row, j) * v.get(k, j);
            }
            squares -= dot * dot;
        }
        return Math.sqrt(Math.max(0, squares));
    }

    /** The probability that a broken row scores higher than an intact one. */
    private static double areaUnderCurve(Sensors sensors, IntToDoubleFunction score) {
        double[] scores = IntStream.range(0, 1000).mapToDouble(score).toArray();
        boolean[] broken = sensors.broken();
        long wins = 0;
        for (int i = 0; i < 1000; i++) {
            for (int j = 0; j < 1000; j++) {
                wins += broken[i] && !broken[j] && scores[i] > scores[j] ? 1 : 0;
            }
        }
        return wins / (20.0 * 980);
    }

    private static long[] bits(Sensors sensors) {
        return IntStream.range(0, CELLS)
                .mapToLong(i -> Double.doubleToLongBits(sensors.table().cell(i / 24, i % 24)))
                .toArray();
    }
}
