package io.eckart.data.synthetic;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.numerics.RandomStreams;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Generates a table of invented people, with columns of several types as in files of real work: a running number, a name, numbers, a
 * category, a boolean, and the label {@code member}.
 *
 * <p>Height follows from the sex, weight from height and fitness, the pulse at rest from fitness and age, and whether somebody does
 * sport from fitness. Members are mostly the young and fit. In every hundredth row height and weight are swapped. Cells of age, weight,
 * pulse and sport are missing completely at random.
 *
 * @param rows number of people, at least 1
 * @param missingRate probability that a cell of these four columns is missing, at least 0 and below 1
 * @param seed any value
 */
public record PeopleTable(int rows, double missingRate, long seed) {
    private static final List<String> FIRST = List.of(
            "Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Greta", "Hugo", "Ida", "Jon", "Kaya", "Leo", "Mia", "Noah",
            "Olga", "Paul");
    private static final List<String> LAST = List.of(
            "Abel", "Brook", "Cole", "Drake", "Ellis", "Frost", "Grant", "Hale", "Irving", "Jensen", "Keller", "Lund");
    private static final List<String> CITIES = List.of("Aston", "Byford", "Calder", "Dunmore");
    private static final int WIDTH = 9;
    private static final int AGE = 3;
    private static final int HEIGHT = 4;
    private static final int WEIGHT = 5;
    private static final int PULSE = 6;
    private static final int SPORT = 8;
    private static final List<Integer> WITH_HOLES = List.of(AGE, WEIGHT, PULSE, SPORT);
    private static final int SWAPPED_EVERY = 100;

    /** 500 people, a tenth of the cells missing; seed 42. */
    public static final PeopleTable DEFAULT = new PeopleTable(500, 0.1, 42);

    /** @throws IllegalArgumentException if a setting is out of its range */
    public PeopleTable {
        Settings.checkInteger("rows", rows, 1, Settings.LARGEST_ARRAY / WIDTH);
        Settings.checkRate("missing rate", missingRate);
    }

    /** The table for these settings, the same bits each time. */
    public Table generate() {
        RandomStreams streams = new RandomStreams(seed);
        SplittableRandom people = streams.stream("people");
        double[] cells = new double[rows * WIDTH];
        @Nullable String[] labels = new String[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = person(i, cells, i * WIDTH, people) ? "yes" : "no";
        }
        swap(cells);
        punchHoles(cells, streams.stream("holes"));
        return new Table("people", Schema.of(columns()), rows, cells, labels);
    }

    private List<Column> columns() {
        List<String> names =
                IntStream.range(0, rows).mapToObj(PeopleTable::name).toList();
        return List.of(
                Column.number("id"),
                Column.category("name", names),
                Column.category("sex", List.of("f", "m")),
                Column.number("age"),
                Column.number("height"),
                Column.number("weight"),
                Column.number("pulse"),
                Column.category("city", CITIES),
                new Column("sport", ColumnType.BOOLEAN, List.of("no", "yes")),
                Column.label("member"));
    }

    /** Everybody has another name. */
    private static String name(int i) {
        int family = i / FIRST.size();
        int generation = family / LAST.size();
        String name = FIRST.get(i % FIRST.size()) + " " + LAST.get(family % LAST.size());
        return generation == 0 ? name : name + " " + (generation + 1);
    }

    /** Writes the cells of a person; whether that is a member. */
    private static boolean person(int i, double[] cells, int from, SplittableRandom random) {
        int sex = random.nextInt(2);
        double age = 18 + random.nextInt(62);
        double fitness = random.nextGaussian() - (age - 48) / 40;
        double height = 165 + 12 * sex + 7 * random.nextGaussian();
        double weight = 23 * height * height / 1e4 - 4 * fitness + 5 * random.nextGaussian();
        double pulse = 68 + (age - 48) / 10 - 7 * fitness + 4 * random.nextGaussian();
        cells[from] = i + 1;
        cells[from + 1] = i;
        cells[from + 2] = sex;
        cells[from + AGE] = age;
        cells[from + HEIGHT] = Math.rint(height);
        cells[from + WEIGHT] = Math.rint(10 * weight) / 10;
        cells[from + PULSE] = Math.rint(pulse);
        cells[from + 7] = random.nextInt(CITIES.size());
        cells[from + SPORT] = fitness + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
        return fitness + (48 - age) / 20 + 0.5 * random.nextGaussian() > 0;
    }

    private static void swap(double[] cells) {
        for (int from = (SWAPPED_EVERY - 1) * WIDTH; from < cells.length; from += SWAPPED_EVERY * WIDTH) {
            double height = cells[from + HEIGHT];
            cells[from + HEIGHT] = cells[from + WEIGHT];
            cells[from + WEIGHT] = height;
        }
    }

    /** Rows in which cells are swapped stay complete, because the fault would be lost. */
    private void punchHoles(double[] cells, SplittableRandom random) {
        for (int i = 0; i < rows; i++) {
            for (int column : WITH_HOLES) {
                if (random.nextDouble() < missingRate && i % SWAPPED_EVERY != SWAPPED_EVERY - 1) {
                    cells[i * WIDTH + column] = Double.NaN;
                }
            }
        }
    }

    /** The rows, from 0, in which height and weight are swapped. */
    public int[] swapped() {
        return IntStream.range(0, rows)
                .filter(i -> i % SWAPPED_EVERY == SWAPPED_EVERY - 1)
                .toArray();
    }
}
