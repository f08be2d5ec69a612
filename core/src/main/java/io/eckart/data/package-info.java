/** Tables with typed columns and missing cells, their schema, feature encoding and scaling. */
@NullMarked
package io.eckart.data;

import org.jspecify.annotations.NullMarked;
