package io.eckart.data.synthetic;

/**
 * A position and width of the pen.
 *
 * @param x from 0 (left of the frame) to 1
 * @param y from 0 (top of the frame) to 1
 * @param radius half the width of the line, in the same unit
 */
record PenPoint(double x, double y, double radius) {}
