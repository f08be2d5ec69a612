package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;

/**
 * The leading part of the singular value decomposition of a data matrix X (n x d), from {@link RangeFinder}.
 *
 * @param singularValues k values, descending
 * @param vt k x d, orthonormal rows: the right singular vectors; the entry of largest magnitude is positive
 * @param residuals for each i the length of {@code X'X v - s^2 v}: some eigenvalue of X'X lies within this distance of s^2
 * @param passes how many times all rows were read
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a decomposition; the arrays are the point
public record TruncatedSvd(double[] singularValues, DoubleMatrix vt, double[] residuals, int passes) {}
