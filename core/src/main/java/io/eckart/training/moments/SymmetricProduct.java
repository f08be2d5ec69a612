package io.eckart.training.moments;

import io.eckart.numerics.Lockstep;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.MatrixView;
import java.util.ArrayList;
import java.util.List;

/**
 * Products {@code C = S X} of a d x d matrix S with a tall one, cut into blocks of rows that threads share. The blocks depend
 * on d alone, so the bits do not depend on the number of threads.
 */
final class SymmetricProduct {
    private static final int MOST_BLOCKS = 8;
    private static final int LEAST_ROWS = 64;

    private final MatrixView tall;
    private final List<MatrixView> left = new ArrayList<>();
    private final List<MatrixView> target = new ArrayList<>();
    private final Lockstep team;
    private final Workers.Task block = this::multiply;
    private MatrixView right;

    SymmetricProduct(MatrixView square, MatrixView tall, Lockstep team) {
        this.tall = tall;
        this.team = team;
        this.right = tall;
        int d = square.rows();
        int blocks = Math.clamp(d / LEAST_ROWS, 1, MOST_BLOCKS);
        for (int i = 0; i < blocks; i++) {
            int from = i * d / blocks;
            int to = (i + 1) * d / blocks;
            left.add(square.rows(from, to));
            target.add(tall.rows(from, to));
        }
    }

    /** C, as of the last {@link #of}. */
    MatrixView value() {
        return tall;
    }

    /** Computes C for an X of d x k. */
    MatrixView of(MatrixView x) {
        right = x;
        team.round(left.size(), block);
        return tall;
    }

    private void multiply(int index) {
        target.get(index).setProduct(left.get(index), right);
    }
}
