/** ONNX Runtime's side of the comparison, and the models that it reads. */
@NullMarked
package io.eckart.benchmarks.onnx;

import org.jspecify.annotations.NullMarked;
