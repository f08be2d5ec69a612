package io.eckart.data.format.image;

import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reads one image file: its size from the header, and its pixels as fractions of the brightest value. */
final class ImagePixels {
    private static final long MOST_PIXELS = 1L << 25;
    /** Deflate compresses at most 1032 to 1, with at least one bit for a pixel; JPEG compresses less. */
    private static final long MOST_PIXELS_PER_BYTE = 1040 * 8;

    /** Luma weights of ITU-R BT.601. */
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private ImagePixels() {}

    /** Reads something from an open image. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }

    /**
     * Height, width and channels according to the header.
     *
     * @throws DataException if the file is not an image that can be read
     */
    static ImageShape shape(Path file) {
        return read(file, reader -> {
            checkSize(file, reader.getHeight(0), reader.getWidth(0));
            return new ImageShape(reader.getHeight(0), reader.getWidth(0), isGrey(reader) ? 1 : 3);
        });
    }

    private static void checkSize(Path file, int height, int width) throws IOException {
        long pixels = (long) height * width;
        if (pixels > MOST_PIXELS) {
            throw new DataException(
                    Place.of(file),
                    "an image of " + height + " x " + width + " pixels, at most " + MOST_PIXELS
                            + " pixels can be read");
        }
        if (pixels / MOST_PIXELS_PER_BYTE > Files.size(file)) {
            throw new DataException(
                    Place.of(file),
                    "the image is broken: its header announces " + height + " x " + width + " pixels, which "
                            + Files.size(file) + " bytes cannot hold");
        }
    }

    private static boolean isGrey(ImageReader reader) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(0);
        if (type == null) {
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
            type = types.hasNext() ? types.next() : null;
        }
        if (type == null) {
            return false;
        }
        return type.getColorModel() instanceof IndexColorModel palette ? isGrey(palette) : type.getNumBands() <= 2;
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The channels of the pixels, row by row, without transparency.
     *
     * @param shape the height and width of the image, and the channels to read
     * @throws DataException if the image is damaged
     */
    static double[] read(Path file, ImageShape shape) {
        BufferedImage image = read(file, reader -> reader.read(0));
        if (image.getHeight() != shape.height() || image.getWidth() != shape.width()) {
            throw new DataException(Place.of(file), "the image is broken: its size is not the one in its header");
        }
        double[] pixels = new double[shape.features()];
        boolean samplesAreGrey = !(image.getColorModel() instanceof IndexColorModel)
                && image.getRaster().getNumBands() <= 2;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                int at = (y * shape.width() + x) * shape.channels();
                if (samplesAreGrey) {
                    Arrays.fill(pixels, at, at + shape.channels(), grey(image.getRaster(), x, y));
                } else {
                    fill(pixels, at, shape.channels(), image.getRGB(x, y));
                }
            }
        }
        return pixels;
    }

    /** The sample itself: a colour model would convert grey values to those of sRGB. */
    private static double grey(Raster raster, int x, int y) {
        int brightest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        return raster.getSample(x, y, 0) / (double) brightest;
    }

    private static void fill(double[] pixels, int at, int channels, int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        if (channels == 3) {
            pixels[at] = red / 255.0;
            pixels[at + 1] = green / 255.0;
            pixels[at + 2] = blue / 255.0;
        } else if (red == green && red == blue) {
            pixels[at] = red / 255.0;
        } else {
            pixels[at] = (LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue) / 255;
        }
    }

    private static <T> T read(Path file, Reading<T> reading) {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException(
                        Place.of(file),
                        "not a PNG or JPEG image, or a broken one",
                        Remedy.byHand("take it out of the folder"));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reading.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders throw exceptions of many kinds for damaged images.
            throw new DataException(
                    Place.of(file),
                    "the image is broken or of a kind that cannot be read (" + e.getMessage() + ")",
                    List.of(),
                    e);
        }
    }
}
