package io.eckart.task.score;

import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.RowScores;

/**
 * Some rows in succession with their scores.
 *
 * @param first the number of the first of them in the file, from 1
 * @param features of the same rows
 */
record ScoredChunk(long first, Table table, FloatMatrix features, RowScores scores) {}
