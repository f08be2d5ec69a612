/**
 * What every side of a comparison in Java speaks. A side is a process that loads the data, says in one line of JSON what it is, and
 * then answers each line of its standard input (a method and its arguments) with one line of JSON: the seconds that it took and
 * what came out. The package uses nothing but the JDK, so that the libraries of no two peers meet.
 */
@NullMarked
package io.eckart.benchmarks.side;

import org.jspecify.annotations.NullMarked;
