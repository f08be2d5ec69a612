/** The file format of models: safetensors, checksums, and architectures by their names. */
@NullMarked
package io.eckart.model.file;

import org.jspecify.annotations.NullMarked;
