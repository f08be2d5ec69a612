package io.eckart.network.pass;

import io.eckart.network.Dimensions;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the parts of a flat array: parameters, their gradient and an optimizer's state share one layout.
 *
 * @param parts in their order in the array, without gaps
 */
public record Layout(List<Part> parts) {
    /** The weights of the indicator of hidden cells: outputs of the first layer x d. */
    public static final String INDICATOR = "hidden";

    /** The vector that a linear decoder adds to its output, 1 x d. */
    public static final String BIAS = "bias";

    /**
     * A named matrix within the array.
     *
     * @param offset where it begins
     */
    public record Part(String name, int offset, int rows, int columns) {
        /** The number of entries. */
        public int length() {
            return rows * columns;
        }

        /** This part of an array. */
        public MatrixView in(Reals array) {
            return new MatrixView(array, offset, rows, columns);
        }
    }

    public Layout {
        parts = List.copyOf(parts);
    }

    /** The length of the array. */
    public int length() {
        return parts.isEmpty() ? 0 : parts.getLast().offset() + parts.getLast().length();
    }

    /**
     * The part of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown part '" + name + "', expected one of " + parts));
    }

    /** The part of this name within an array of this layout; null where the layout has none. */
    @Nullable
    public MatrixView optional(Reals array, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> part.in(array))
                .orElse(null);
    }

    /** The part of this name within an array of this layout. */
    public MatrixView in(Reals array, String name) {
        return part(name).in(array);
    }

    /** Copies of all parts within an array of this layout, by name, in their order. */
    public Map<String, DoubleMatrix> matrices(Reals array) {
        Map<String, DoubleMatrix> matrices = new LinkedHashMap<>();
        parts.forEach(part -> matrices.put(part.name(), part.in(array).toDouble()));
        return matrices;
    }

    /** Makes a layout part by part. */
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private int length;

        /**
         * Adds a part at the end.
         *
         * @throws ArithmeticException if the array grows beyond 2^31 - 1 entries
         */
        public Builder add(String name, int rows, int columns) {
            parts.add(new Part(name, length, rows, columns));
            length = Math.addExact(length, Math.multiplyExact(rows, columns));
            return this;
        }

        /** Adds the optional parts of a linear autoencoder and makes the layout. */
        public Layout build(Dimensions dimensions) {
            if (dimensions.indicator()) {
                add(INDICATOR, dimensions.codeSize(), dimensions.features());
            }
            if (dimensions.bias()) {
                add(BIAS, 1, dimensions.features());
            }
            return build();
        }

        /** The layout of the parts added. */
        public Layout build() {
            return new Layout(parts);
        }
    }
}
