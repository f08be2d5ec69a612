package io.eckart.training;

import io.eckart.model.KMeans;

/**
 * A fitted k-means and the record of its run.
 *
 * @param model the centroids of the best start
 * @param labels n entries: the cluster of each fitted row as the model predicts it, from 0; -1 for a row without an observed cell
 * @param sizes k entries: the number of rows in each cluster
 * @param iterations of the best start
 * @param converged whether the best start ended because no row changed its cluster
 * @param restart the number of the best start, counted from 1
 */
@SuppressWarnings("ArrayRecordComponent") // belongs to the caller: no model keeps the arrays
public record KMeansFit(KMeans model, int[] labels, long[] sizes, int iterations, boolean converged, int restart) {}
