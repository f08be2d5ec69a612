package io.eckart.data.format.image;

import io.eckart.data.ImageShape;

/**
 * How the stored pixels are turned to show the picture upright: the eight values of the tag Orientation of TIFF 6.0 and Exif 2.3.
 * Pixel (y, x) of the picture is the stored pixel at (y, x), or (x, y) if transposed, counted from the last row or column where
 * these are flipped.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, false, true),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, true, false),
    TRANSPOSED(true, false, false),
    TURNED_LEFT(true, true, false),
    TRANSPOSED_UPSIDE_DOWN(true, true, true),
    TURNED_RIGHT(true, false, true);

    private final boolean transposed;
    private final boolean flipsRows;
    private final boolean flipsColumns;

    Orientation(boolean transposed, boolean flipsRows, boolean flipsColumns) {
        this.transposed = transposed;
        this.flipsRows = flipsRows;
        this.flipsColumns = flipsColumns;
    }

    /** @param tag 1 to 8; any other value says nothing, and means upright */
    static Orientation of(long tag) {
        return tag >= 1 && tag <= 8 ? values()[(int) tag - 1] : UPRIGHT;
    }

    /** The shape of the picture. */
    ImageShape upright(ImageShape stored) {
        return transposed
                ? new ImageShape(/* height= */ stored.width(), /* width= */ stored.height(), stored.channels())
                : stored;
    }

    /** The pixels of the picture. */
    double[] upright(double[] stored, ImageShape shape) {
        if (this == UPRIGHT) {
            return stored;
        }
        ImageShape picture = upright(shape);
        double[] pixels = new double[stored.length];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int row = transposed ? x : y;
                int column = transposed ? y : x;
                int from = (flipsRows ? shape.height() - 1 - row : row) * shape.width()
                        + (flipsColumns ? shape.width() - 1 - column : column);
                int to = y * picture.width() + x;
                System.arraycopy(stored, from * shape.channels(), pixels, to * shape.channels(), shape.channels());
            }
        }
        return pixels;
    }
}
