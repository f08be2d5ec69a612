package io.eckart.numerics.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OperandTest {
    private final double[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private final Operand matrix = Operand.of(values, 1, 3, 2, 4);

    /** The entries, by the product with the identity. */
    private static double[] entries(Operand operand) {
        double[] identity = new double[operand.columns() * operand.columns()];
        for (int i = 0; i < operand.columns(); i++) {
            identity[i * operand.columns() + i] = 1;
        }
        double[] copy = new double[operand.rows() * operand.columns()];
        Operand unit = Operand.of(identity, operand.columns(), operand.columns());
        Netlib.create().gemm(1, operand, unit, 0, Operand.of(copy, operand.rows(), operand.columns()));
        return copy;
    }

    @Test
    void rowsAndColumnsOfAMatrixAndOfItsTranspose() {
        assertThat(entries(matrix)).containsExactly(1, 2, 5, 6, 9, 10);
        assertThat(entries(matrix.t())).containsExactly(1, 5, 9, 2, 6, 10);
        assertThat(entries(matrix.rows(1, 3))).containsExactly(5, 6, 9, 10);
        assertThat(entries(matrix.columns(1, 2))).containsExactly(2, 6, 10);
        assertThat(entries(matrix.t().rows(1, 2))).containsExactly(2, 6, 10);
        assertThat(entries(matrix.t().columns(1, 3))).containsExactly(5, 9, 6, 10);
        assertThat(entries(matrix.rows(1, 2).columns(1, 2).t())).containsExactly(6);
        assertThat(matrix.rows(0, 3)).isSameAs(matrix);
        assertThat(matrix.columns(0, 2)).isSameAs(matrix);
        assertThat(matrix.rows(3, 3).rows()).isZero();
    }

    @Test
    void whatDoesNotLieWithinTheArrayIsRejectedWithBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operand.of(values, 9, 2, 2, 2))
                .withMessage("2 x 2 entries at offset 9 with stride 2 do not lie within an array of 12");
        assertThatIllegalArgumentException().isThrownBy(() -> Operand.of(new float[5], 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Operand.of(values, -1, 2, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Operand.of(values, -2, -2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operand.of(values, 0, 3, 2, 1))
                .withMessageContaining("3 x 2 entries need a stride");
        int most = Integer.MAX_VALUE;
        assertThatIllegalArgumentException().isThrownBy(() -> Operand.of(values, 0, 2, most, most));
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.rows(0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.columns(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.t().rows(2, 1));
    }
}
