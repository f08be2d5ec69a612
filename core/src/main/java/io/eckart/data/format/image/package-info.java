/** Reads folders of PNG and JPEG images. */
@NullMarked
package io.eckart.data.format.image;

import org.jspecify.annotations.NullMarked;
