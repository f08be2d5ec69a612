package io.eckart.data.format.image;

import java.util.Locale;

/**
 * The colour that transparent pixels are composed on.
 *
 * @param rgb red, green and blue of 8 bits each
 */
record Ground(int rgb) {
    private static final int WHITE = 0xffffff;

    /** The colour of a channel, from 0 to 1. */
    double channel(int channel) {
        return ((rgb >> (8 * (2 - channel))) & 0xff) / 255.0;
    }

    boolean isGrey() {
        return channel(0) == channel(1) && channel(1) == channel(2);
    }

    /** A colour that shows what cannot be seen on this one. */
    Ground other() {
        return new Ground(rgb == WHITE ? 0 : WHITE);
    }

    String name() {
        return switch (rgb) {
            case 0 -> "black";
            case WHITE -> "white";
            default -> "#" + String.format(Locale.ROOT, "%06x", rgb);
        };
    }
}
