package io.eckart.data;

/**
 * The shape of rows that are images; the features run over rows, then columns, then channels.
 *
 * @param height pixels down, at least 1
 * @param width pixels across, at least 1
 * @param channels 1 (grey) or 3 (red, green, blue)
 */
public record ImageShape(int height, int width, int channels) {
    public ImageShape {
        if (height < 1 || width < 1 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException(
                    "no image has height " + height + ", width " + width + " and " + channels + " channels");
        }
    }

    public int features() {
        return height * width * channels;
    }
}
