package io.eckart.data.format.image;

import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Place;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * What is known of an image without decoding it.
 *
 * @param picture its height and width as it is shown, and 1 channel if all its colours are grey
 * @param transparent whether pixels can be transparent
 */
record ImageHeader(ImageShape picture, boolean transparent) {
    private static final long MOST_PIXELS = 1L << 25;
    /** Deflate compresses at most 1032 to 1, with at least one bit for a pixel; JPEG compresses less. */
    private static final long MOST_PIXELS_PER_BYTE = 1040 * 8;

    /** @throws DataException if the file is not an image that can be read */
    static ImageHeader of(Path file) {
        return OpenImage.header(file, image -> of(file, image));
    }

    private static ImageHeader of(Path file, OpenImage image) throws IOException {
        ImageShape stored = stored(file, image);
        ColorModel colours = colours(image.reader());
        return new ImageHeader(
                image.metadata().orientation().upright(stored), image.metadata().transparent() || colours.hasAlpha());
    }

    /** The shape of the pixels as they are stored. */
    static ImageShape stored(Path file, OpenImage image) throws IOException {
        int height = image.reader().getHeight(0);
        int width = image.reader().getWidth(0);
        checkSize(file, image.format(), height, width);
        return new ImageShape(height, width, isGrey(colours(image.reader())) ? 1 : 3);
    }

    private static void checkSize(Path file, ImageFormat format, int height, int width) throws IOException {
        long pixels = (long) height * width;
        if (pixels > MOST_PIXELS) {
            throw new DataException(
                    Place.of(file),
                    "an image of " + height + " x " + width + " pixels, at most " + MOST_PIXELS
                            + " pixels can be read");
        }
        boolean bounded = format == ImageFormat.PNG || format == ImageFormat.JPEG;
        if (bounded && pixels / MOST_PIXELS_PER_BYTE > Files.size(file)) {
            throw new DataException(
                    Place.of(file),
                    "the image is broken: its header announces " + height + " x " + width + " pixels, which "
                            + Files.size(file) + " bytes cannot hold");
        }
    }

    private static ColorModel colours(ImageReader reader) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        if (raw != null) {
            return raw.getColorModel();
        }
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        return types.hasNext() ? types.next().getColorModel() : ColorModel.getRGBdefault();
    }

    private static boolean isGrey(ColorModel colours) {
        return colours instanceof IndexColorModel palette
                ? isGrey(palette)
                : colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }
}
