package io.eckart.study;

import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.ImageShape;
import io.eckart.data.Remedy;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableProfile;
import io.eckart.data.TableSource;
import io.eckart.data.sampling.RowSample;
import io.eckart.data.sampling.Split;
import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.WorkingScale;
import io.eckart.task.explore.IntrinsicDimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a study, and how they were sampled from the data.
 *
 * @param data the rows
 * @param sampling what was taken of the data, in words
 */
public record StudyRows(StudyData data, String sampling) {
    private static final int FEATURES = 20;
    private static final List<Double> EIGENVALUES = List.of(8.0, 5.0, 3.5, 2.2, 1.3);
    private static final double NOISE = 0.25;
    private static final double TEST_PART = 1.0 / 3;
    private static final int LEAST_ROWS = 60;
    private static final int LEAST_FEATURES = 4;
    private static final int MOST_CLASSES = 50;
    private static final int MOST_CELLS = 1 << 25;
    private static final double MOST_ALIKE = 0.95;

    /** At most this many rows, for training and test together. */
    private static int mostRows(StudyScale scale) {
        return scale.choose(1500, 3000);
    }

    /** The side of images that are averaged over blocks; its square is the most features of tables. */
    private static int side(StudyScale scale) {
        return scale.choose(5, 6);
    }

    /** Rows with a planted spectrum: five directions and a little noise in all twenty. */
    public static StudyRows generated(StudyScale scale, RandomStreams random) {
        int rows = mostRows(scale);
        long seed = random.stream("generated rows").nextLong();
        LowRank.Sample sample = new LowRank(rows, FEATURES, EIGENVALUES, NOISE, seed).generate();
        int held = (int) (rows * TEST_PART);
        FloatMatrix train = sample.values().toFloat().copyRows(held, rows);
        FloatMatrix test = sample.values().toFloat().copyRows(0, held);
        Optional<int[]> none = Optional.empty();
        StudyData data = new StudyData(
                "generated rows",
                train,
                test,
                none,
                none,
                EIGENVALUES.size(),
                Collections.nCopies(FEATURES, 0.0),
                true);
        String count = String.format(Locale.ROOT, "%,d", rows);
        String sampling = count + " rows of " + FEATURES + " features with " + EIGENVALUES.size()
                + " planted directions of variance " + EIGENVALUES + " and noise of standard deviation " + NOISE;
        return new StudyRows(data, sampling);
    }

    /**
     * Rows of a table or of images. Numbers are standardised, images stay as they are but are averaged over blocks; of a wider table
     * evenly spaced features are taken. Rows with a missing cell and features with one value in more than 19 of 20 rows are left out.
     *
     * @throws DataException if there are fewer than 60 complete rows or 4 features that vary
     */
    public static StudyRows of(TableSource source, StudyScale scale, RandomStreams random, Workers workers) {
        try {
            return new Sampling(source, scale, random, workers, new ArrayList<>()).rows();
        } catch (DataException e) {
            throw e.in(source.name());
        }
    }

    /** Takes rows and features from a source. */
    private record Sampling(
            TableSource source, StudyScale scale, RandomStreams random, Workers workers, List<String> said) {

        StudyRows rows() {
            TableProfile profile = TableProfile.of(source);
            // Refuses a column without an observed cell, by name.
            Encoding.fit(source, Scaling.NONE);
            Encoding encoding = WorkingScale.of(source, profile);
            // Twice as many as are needed, since some have missing cells; fewer of very wide rows.
            int most = Math.clamp(MOST_CELLS / encoding.width(), 4 * LEAST_ROWS, 2 * mostRows(scale));
            Table table = complete(RowSample.of(source, profile.rows(), most, random.stream("studied rows")));
            said.add(String.format(Locale.ROOT, "%,d of %,d rows", table.rows(), profile.rows()));
            FloatMatrix encoded = encoding.encode(table);
            boolean averages = averages(encoded);
            FloatMatrix reduced = averages ? averaged(encoded) : encoded;
            int[] chosen = chosen(reduced);
            FloatMatrix features = reduced.selectColumns(chosen);
            Split split = Split.holdOut(table.rows(), labels(table), TEST_PART, random);
            FloatMatrix train = features.selectRows(split.train());
            FloatMatrix test = features.selectRows(split.test());
            Optional<int[]> known = classes(table).map(all -> pick(all, split.train()));
            Optional<int[]> judged = classes(table).map(all -> pick(all, split.test()));
            List<Double> mean =
                    averages ? Collections.nCopies(chosen.length, 0.0) : removedMean(encoding, table, encoded, chosen);
            StudyData data = new StudyData(source.name(), train, test, known, judged, intrinsic(train), mean, false);
            return new StudyRows(data, String.join(", ", said));
        }

        private Table complete(Table table) {
            int[] whole = IntStream.range(0, table.rows())
                    .filter(i -> IntStream.range(0, table.width()).noneMatch(j -> table.isMissing(i, j)))
                    .toArray();
            if (whole.length < LEAST_ROWS) {
                throw new DataException(
                        "there are " + whole.length + " rows without a missing cell; a study needs at least "
                                + LEAST_ROWS,
                        Remedy.byHand("fill the missing cells first"));
            }
            if (whole.length < table.rows()) {
                said.add("rows with missing cells left out");
            }
            return table.select(evenly(whole, mostRows(scale)));
        }

        private boolean averages(FloatMatrix rows) {
            return source.schema().image().isPresent() && rows.columns() > side(scale) * side(scale);
        }

        private FloatMatrix averaged(FloatMatrix rows) {
            int side = side(scale);
            said.add("images averaged to " + side + " x " + side + " blocks");
            return StudyRows.averaged(rows, source.schema().image().orElseThrow(), side);
        }

        /** The features that are taken. */
        private int[] chosen(FloatMatrix rows) {
            int[] varying = varying(rows);
            if (varying.length < LEAST_FEATURES) {
                throw new DataException("there are " + varying.length
                        + " features that vary in a twentieth of the rows; a study needs at least " + LEAST_FEATURES);
            }
            int[] chosen = evenly(varying, side(scale) * side(scale));
            if (chosen.length < rows.columns()) {
                said.add(chosen.length + " of " + rows.columns()
                        + " features, evenly spaced among those that vary in a twentieth of the rows");
            }
            return chosen;
        }

        /** What the encoding takes out of the chosen features, over their scale. */
        private List<Double> removedMean(Encoding encoding, Table table, FloatMatrix encoded, int[] chosen) {
            double[] none = new double[encoding.shift().length];
            Encoding scaled = new Encoding(source.schema(), Scaling.STANDARD, none, encoding.scale());
            FloatMatrix kept = scaled.encode(table.select(new int[] {0}));
            return Arrays.stream(chosen)
                    .mapToObj(j -> (double) kept.get(0, j) - encoded.get(0, j))
                    .toList();
        }

        private int intrinsic(FloatMatrix train) {
            int found = IntrinsicDimension.of(train, workers).parallelAnalysis();
            return Math.clamp(found, Math.min(2, train.columns() - 2), train.columns() - 2);
        }
    }

    /** At most {@code most} of them, evenly spaced. */
    private static int[] evenly(int[] all, int most) {
        int[] chosen = new int[Math.min(all.length, most)];
        Arrays.setAll(chosen, i -> all[(int) ((long) i * all.length / chosen.length)]);
        return chosen;
    }

    /** The mean of each block of pixels and of all channels, n x side^2. */
    static FloatMatrix averaged(FloatMatrix rows, ImageShape image, int side) {
        FloatMatrix means = FloatMatrix.zeros(rows.rows(), side * side);
        int down = Math.min(side, image.height());
        int across = Math.min(side, image.width());
        for (int i = 0; i < rows.rows(); i++) {
            for (int block = 0; block < down * across; block++) {
                means.values()[i * side * side + block] = blockMean(rows, i, image, block, down, across);
            }
        }
        return means;
    }

    private static float blockMean(FloatMatrix rows, int row, ImageShape image, int block, int down, int across) {
        int top = block / across * image.height() / down;
        int bottom = (block / across + 1) * image.height() / down;
        int left = block % across * image.width() / across;
        int right = (block % across + 1) * image.width() / across;
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left * image.channels(); x < right * image.channels(); x++) {
                sum += rows.get(row, y * image.width() * image.channels() + x);
            }
        }
        return (float) (sum / ((bottom - top) * (right - left) * image.channels()));
    }

    /** The features whose commonest value has no more than 19 of 20 rows: others may be constant among some of the rows. */
    private static int[] varying(FloatMatrix rows) {
        return IntStream.range(0, rows.columns())
                .filter(j -> commonest(rows, j) <= MOST_ALIKE * rows.rows())
                .toArray();
    }

    private static int commonest(FloatMatrix rows, int column) {
        Map<Float, Integer> counts = new HashMap<>();
        int most = 0;
        for (int i = 0; i < rows.rows(); i++) {
            most = Math.max(most, counts.merge(rows.get(i, column), 1, Integer::sum));
        }
        return most;
    }

    private static @Nullable String @Nullable [] labels(Table table) {
        if (table.schema().label().isEmpty()) {
            return null;
        }
        @Nullable String[] labels = new String[table.rows()];
        Arrays.setAll(labels, table::label);
        return labels;
    }

    /** Empty if labels are not classes: some are missing, or there are fewer than 2 or more than 50. */
    private static Optional<int[]> classes(Table table) {
        TreeSet<String> names = new TreeSet<>();
        int[] indices = new int[table.rows()];
        for (int i = 0; i < indices.length; i++) {
            String label = table.label(i);
            if (label == null) {
                return Optional.empty();
            }
            names.add(label);
        }
        List<String> sorted = List.copyOf(names);
        Arrays.setAll(indices, i -> sorted.indexOf(table.label(i)));
        return sorted.size() < 2 || sorted.size() > MOST_CLASSES ? Optional.empty() : Optional.of(indices);
    }

    private static int[] pick(int[] all, int[] indices) {
        return Arrays.stream(indices).map(i -> all[i]).toArray();
    }
}
