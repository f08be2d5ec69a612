package io.eckart.network;

import java.util.List;

/**
 * The head for classes: softmax regression on the code, {@code p_j = exp(z_j) / sum_l exp(z_l)}, trained on the cross-entropy
 *
 * <pre>
 *   L = - sum_j q_j log p_j,   dL/dz_j = p_j sum_l q_l - q_j
 * </pre>
 *
 * with q the target: 1 for the class of the row and 0 for the others, or any weights of at least 0.
 *
 * @param classes the names of the c classes, unique, at least 2
 */
public record SoftmaxHead(List<String> classes) implements Head {

    /** @throws IllegalArgumentException if there are fewer than two classes or a name occurs twice */
    public SoftmaxHead {
        classes = List.copyOf(classes);
        if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
            throw new IllegalArgumentException(
                    "a classifier needs at least 2 classes of different names, got " + classes);
        }
    }

    @Override
    public int outputs() {
        return classes.size();
    }
}
