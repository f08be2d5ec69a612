package io.eckart.model.file;

import io.eckart.numerics.DoubleMatrix;
import java.util.List;

/**
 * A named array of a model file, float64.
 *
 * @param shape one or two sizes
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a tensor
public record Tensor(List<Integer> shape, double[] values) {
    public Tensor {
        shape = List.copyOf(shape);
        long length = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (length != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill a tensor of shape " + shape);
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
