package io.eckart.data.corruption;

import java.util.Locale;

/**
 * A random change of a copy of a row before it is encoded; the target of training is the clean row (notes 15.5). First noise
 * is added to every observed cell, then cells are hidden.
 *
 * @param noise standard deviation s of independent Gaussian noise, in units of the features; at least 0
 * @param hidden the probability with which each observed cell is hidden, at least 0 and below 1
 */
public record Corruption(double noise, double hidden) {
    /** No change. */
    public static final Corruption NONE = new Corruption(0, 0);

    /** @throws IllegalArgumentException if a value is out of its range */
    public Corruption {
        if (!(noise >= 0) || noise == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the noise must be at least 0 and finite, got " + noise);
        }
        if (!(hidden >= 0 && hidden < 1)) {
            throw new IllegalArgumentException(
                    "the probability of hidden cells must be at least 0 and below 1, got " + hidden);
        }
    }

    /** Gaussian noise with this standard deviation. */
    public static Corruption gaussian(double deviation) {
        return new Corruption(deviation, 0);
    }

    /** Each observed cell is hidden with this probability. */
    public static Corruption mask(double probability) {
        return new Corruption(0, probability);
    }

    public boolean isNone() {
        return noise == 0 && hidden == 0;
    }

    /**
     * Parses {@code none}, {@code gaussian:S}, {@code mask:P} or {@code gaussian:S,mask:P}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Corruption parse(String text) {
        double noise = Double.NaN;
        double hidden = Double.NaN;
        for (String part : text.strip().toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] words = part.strip().split(":", -1);
            if (words.length == 2 && words[0].equals("gaussian") && Double.isNaN(noise)) {
                noise = number(words[1], text);
            } else if (words.length == 2 && words[0].equals("mask") && Double.isNaN(hidden)) {
                hidden = number(words[1], text);
            } else if (!part.strip().equals("none")) {
                throw unknown(text);
            }
        }
        return new Corruption(Double.isNaN(noise) ? 0 : noise, Double.isNaN(hidden) ? 0 : hidden);
    }

    private static double number(String word, String text) {
        try {
            double number = Double.parseDouble(word);
            if (Double.isNaN(number)) {
                throw unknown(text);
            }
            return number;
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("a corruption is none, gaussian:S, mask:P or gaussian:S,mask:P with numbers"
                + " S (standard deviation) and P (probability), got '" + text + "'");
    }

    /** The text that {@link #parse} parses to this corruption. */
    @Override
    public String toString() {
        if (isNone()) {
            return "none";
        }
        String gaussian = noise == 0 ? "" : "gaussian:" + noise;
        String mask = hidden == 0 ? "" : "mask:" + hidden;
        return gaussian + (gaussian.isEmpty() || mask.isEmpty() ? "" : ",") + mask;
    }
}
