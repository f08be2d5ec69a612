package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;

/**
 * The leading part of the singular value decomposition of a data matrix X (n x d), from {@link RangeFinder}.
 *
 * @param singularValues k values, descending
 * @param vt k x d, orthonormal rows: the right singular vectors; the entry of largest magnitude is positive
 * @param residuals k norms of {@code X'X v - s^2 v}: X'X has an eigenvalue within this distance of s^2
 * @param passes the number of times that all rows were read
 */
@SuppressWarnings("ArrayRecordComponent") // a result that belongs to the caller; never compared
public record TruncatedSvd(double[] singularValues, DoubleMatrix vt, double[] residuals, int passes) {}
