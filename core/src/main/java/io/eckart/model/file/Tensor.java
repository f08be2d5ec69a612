package io.eckart.model.file;

import io.eckart.numerics.DoubleMatrix;
import java.util.List;

/**
 * An array of a model file, float64. The array is handed over, not copied.
 *
 * @param shape one or two sizes
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // not exported: carries an array between a model and its file, never compared
public record Tensor(List<Integer> shape, double[] values) {
    public Tensor {
        shape = List.copyOf(shape);
        long length = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (length != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fit a tensor of shape " + shape);
        }
    }

    public static Tensor vector(double[] values) {
        return new Tensor(List.of(values.length), values);
    }

    public static Tensor scalar(double value) {
        return new Tensor(List.of(1), new double[] {value});
    }

    public static Tensor matrix(DoubleMatrix matrix) {
        return new Tensor(List.of(matrix.rows(), matrix.columns()), matrix.values());
    }
}
