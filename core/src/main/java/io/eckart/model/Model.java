package io.eckart.model;

/** A fitted model over feature rows: immutable, no training state. */
public interface Model {

    /** The word for this family in files and on the command line, such as {@code pca}. */
    String kind();

    /** The number of features d of a row. */
    int features();

    /** The code size k. */
    int codeSize();
}
