package io.eckart.benchmarks.comparison;

/**
 * A program that answers for a library.
 *
 * @param library it needs
 * @param program a script or a class
 */
record PeerProgram(Library library, String program) {}
