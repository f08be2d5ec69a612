package io.eckart.data;

/**
 * The shape of rows that are images. The order of the features is by row, then column, then channel.
 *
 * @param height number of pixel rows, at least 1
 * @param width number of pixel columns, at least 1
 * @param channels 1 (grey) or 3 (red, green, blue)
 */
public record ImageShape(int height, int width, int channels) {
    public ImageShape {
        if (height < 1 || width < 1 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException("an image has a positive height and width and 1 or 3 channels, got "
                    + height + " x " + width + " x " + channels);
        }
    }

    /** height x width x channels. */
    public int features() {
        return height * width * channels;
    }
}
