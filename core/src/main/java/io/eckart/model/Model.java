package io.eckart.model;

/** A fitted model over feature rows: immutable, without training state, safe for use by several threads. */
public interface Model {

    /** The name of this kind of model in files and results, such as {@code pca}. */
    String kind();

    /** The number of features d of a row. */
    int features();

    /** The code size k. */
    int codeSize();
}
