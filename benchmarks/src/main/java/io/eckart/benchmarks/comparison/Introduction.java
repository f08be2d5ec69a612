package io.eckart.benchmarks.comparison;

import java.util.List;
import java.util.Map;

/**
 * What a side says of itself once it has loaded the data.
 *
 * @param name with version
 * @param methods what it can be asked for
 * @param versions of what it stands on, its BLAS included
 * @param rows n
 * @param columns d
 */
record Introduction(String name, List<String> methods, Map<String, String> versions, int rows, int columns) {}
