package io.eckart.data;

import java.util.List;

/**
 * The names in a file whose columns are the samples and whose rows are the features.
 *
 * @param samples the names of the samples, in the first line; empty if it has none
 * @param named whether the first column names the features
 * @param corner the text above the names of the features, in the first line; may be empty
 */
public record SampleColumns(List<String> samples, boolean named, String corner) {
    /** A matrix of numbers alone. */
    public static final SampleColumns UNNAMED = new SampleColumns(List.of(), false, "");

    public SampleColumns {
        samples = List.copyOf(samples);
    }

    /** The same with a first column of names. */
    public SampleColumns withNames() {
        return new SampleColumns(samples, true, corner);
    }

    /** The same without a line of names. */
    public SampleColumns withoutSamples() {
        return new SampleColumns(List.of(), named, "");
    }
}
