package io.eckart.task.fill;

import io.eckart.data.Table;
import io.eckart.numerics.Draws;
import io.eckart.numerics.RandomStreams;
import java.util.Arrays;
import java.util.Locale;

/**
 * A mechanism by which cells go missing, used to measure how well they are filled (Rubin 1976).
 *
 * <ul>
 *   <li>MCAR, completely at random: every observed cell is hidden with the same probability.
 *   <li>MAR, at random given what is seen: three tenths of the columns (at least one), chosen at random, stay as they are; a cell
 *       of the others is hidden with probability {@code s(a_j + 2 w)}, w the standardised sum of the row's standardised cells in
 *       those that stay, with random signs.
 *   <li>MNAR, not at random: a cell is hidden with probability {@code s(a_j + 2 z)}, z its own standardised value, so that large
 *       values are missing most often.
 * </ul>
 *
 * s is the logistic function, and a_j is chosen so that the expected part of the hidden cells of a column is as asked for. Levels
 * of a category count by their number.
 *
 * @param mechanism how cells go missing
 * @param rate the expected part of the observed cells of the table that is hidden, above 0 and below 1
 */
public record Missingness(Mechanism mechanism, double rate) {

    /** How cells go missing. */
    public enum Mechanism {
        MCAR,
        MAR,
        MNAR
    }

    private static final double SLOPE = 2;
    private static final double DRIVERS = 0.3;
    private static final int BISECTIONS = 60;

    /** @throws IllegalArgumentException if the rate is out of its range */
    public Missingness {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("the part of hidden cells must be above 0 and below 1, got " + rate);
        }
    }

    /**
     * Reads {@code mcar:P}, {@code mar:P} or {@code mnar:P}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Missingness parse(String text) {
        String[] words = text.strip().split(":", -1);
        if (words.length != 2) {
            throw unknown(text);
        }
        Mechanism mechanism = Arrays.stream(Mechanism.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(words[0]))
                .findFirst()
                .orElseThrow(() -> unknown(text));
        return new Missingness(mechanism, rate(words[1], text));
    }

    private static double rate(String number, String text) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "cells go missing by mcar:P, mar:P or mnar:P with P their part, such as mcar:0.2; got '" + text + "'");
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return mechanism.name().toLowerCase(Locale.ROOT) + ":" + rate;
    }

    /**
     * Chooses the cells to hide: observed ones, by the seed alone.
     *
     * @return n x columns flags
     * @throws IllegalArgumentException if the columns that lose cells (MAR) have too few of them
     */
    public boolean[] choose(Table table, RandomStreams random) {
        double[][] z = standardised(table);
        boolean[] hidden = new boolean[table.rows() * table.width()];
        boolean[] drivers = drivers(table.width(), random);
        double[] score = score(z, drivers, table.rows(), random);
        int masked = table.width() - count(drivers);
        double expected = rate * table.width() / masked;
        if (expected >= 1) {
            throw new IllegalArgumentException(toString() + ": " + masked + " of " + table.width()
                    + " columns can lose cells, which is less than that; use a smaller part");
        }
        Draws draws = random.draws("hidden cells");
        for (int j = 0; j < table.width(); j++) {
            if (!drivers[j]) {
                double[] by = mechanism == Mechanism.MNAR ? z[j] : score;
                hide(j, by, expected, table, draws, hidden);
            }
        }
        return hidden;
    }

    private void hide(int column, double[] by, double expected, Table table, Draws draws, boolean[] hidden) {
        double intercept = mechanism == Mechanism.MCAR ? 0 : intercept(by, column, table, expected);
        for (int i = 0; i < table.rows(); i++) {
            double probability = mechanism == Mechanism.MCAR ? expected : logistic(intercept + SLOPE * by[i]);
            draws.setTo(i, column, 0);
            boolean chosen = draws.nextDouble() < probability;
            hidden[i * table.width() + column] = chosen && !table.isMissing(i, column);
        }
    }

    private static double intercept(double[] by, int column, Table table, double expected) {
        double low = -50;
        double high = 50;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = 0.5 * (low + high);
            double sum = 0;
            int observed = 0;
            for (int i = 0; i < by.length; i++) {
                if (!table.isMissing(i, column)) {
                    sum += logistic(middle + SLOPE * by[i]);
                    observed++;
                }
            }
            if (sum < expected * observed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private boolean[] drivers(int columns, RandomStreams random) {
        boolean[] drivers = new boolean[columns];
        if (mechanism == Mechanism.MAR) {
            if (columns < 2) {
                throw new IllegalArgumentException(
                        "mar needs at least two columns: one that says which cells go missing");
            }
            int expected = Math.max(1, (int) Math.round(DRIVERS * columns));
            Draws draws = random.draws("columns that stay");
            while (count(drivers) < expected) {
                drivers[(int) (draws.nextDouble() * columns)] = true;
            }
        }
        return drivers;
    }

    static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static double[] score(double[][] z, boolean[] drivers, int rows, RandomStreams random) {
        double[] score = new double[rows];
        Draws draws = random.draws("signs");
        for (int j = 0; j < z.length; j++) {
            double sign = draws.nextDouble() < 0.5 ? -1 : 1;
            for (int i = 0; drivers[j] && i < rows; i++) {
                score[i] += sign * z[j][i];
            }
        }
        standardise(score);
        return score;
    }

    /** Column by column; missing cells are replaced by the mean. */
    private static double[][] standardised(Table table) {
        double[][] z = new double[table.width()][table.rows()];
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < table.rows(); i++) {
                z[j][i] = table.cell(i, j);
            }
            standardise(z[j]);
        }
        return z;
    }

    private static void standardise(double[] values) {
        double[] seen = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(seen).average().orElse(0);
        double variance =
                Arrays.stream(seen).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        Arrays.setAll(values, i -> Double.isNaN(values[i]) ? 0 : (values[i] - mean) / deviation);
    }

    /** A copy of a table without the chosen cells. */
    public static Table hide(Table table, boolean[] hidden) {
        double[] cells = new double[hidden.length];
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.width(); j++) {
                int at = i * table.width() + j;
                cells[at] = hidden[at] ? Double.NaN : table.cell(i, j);
            }
        }
        return table.withCells(cells);
    }
}
