/** Reads folders of images: PNG, JPEG, GIF, BMP and TIFF. */
@NullMarked
package io.eckart.data.format.image;

import org.jspecify.annotations.NullMarked;
