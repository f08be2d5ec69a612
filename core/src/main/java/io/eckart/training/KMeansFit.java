package io.eckart.training;

import io.eckart.model.KMeans;

/**
 * A fitted k-means and the record of its run.
 *
 * @param model the best start's centroids
 * @param labels n entries: the cluster of each fitted row, -1 for a row without an observed cell
 * @param sizes k entries: how many rows each cluster has
 * @param iterations of the best start
 * @param converged whether the best start ended because no row changed its cluster
 * @param restart which start was the best, counted from 1
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a run's record
public record KMeansFit(KMeans model, int[] labels, long[] sizes, int iterations, boolean converged, int restart) {}
