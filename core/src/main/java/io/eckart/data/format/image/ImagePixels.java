package io.eckart.data.format.image;

import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Place;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one image file: its pixels as it is shown, as fractions of the brightest value. */
final class ImagePixels {
    /** Luma weights of ITU-R BT.601. */
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private final Path file;
    private final int channels;
    private final Ground ground;
    private final Set<Conversion> conversions = EnumSet.noneOf(Conversion.class);

    private ImagePixels(Path file, int channels, Ground ground) {
        this.file = file;
        this.channels = channels;
        this.ground = ground;
    }

    /**
     * An image as it is shown.
     *
     * @param pixels the channels of the pixels, row by row
     * @param conversions what was done so that they differ from those in the file
     */
    @SuppressWarnings("ArrayRecordComponent") // a result of its only caller, never compared
    record Picture(ImageShape shape, double[] pixels, Set<Conversion> conversions) {}

    /**
     * Decodes a file.
     *
     * @param channels 1 or 3
     * @param ground what transparent pixels are composed on
     * @throws DataException if the image is damaged
     */
    static Picture read(Path file, int channels, Ground ground) {
        return OpenImage.pixels(file, image -> new ImagePixels(file, channels, ground).read(image));
    }

    private Picture read(OpenImage image) throws IOException {
        ImageShape header = ImageHeader.stored(file, image);
        BufferedImage decoded = image.reader().read(0);
        if (decoded.getHeight() != header.height() || decoded.getWidth() != header.width()) {
            throw new DataException(Place.of(file), "the image is broken: its size is not the one in its header");
        }
        countFrames(image);
        ImageShape stored = new ImageShape(header.height(), header.width(), channels);
        double[] pixels = pixels(Colours.of(decoded, profile(image, decoded.getColorModel())), stored);
        Orientation orientation = image.metadata().orientation();
        if (orientation != Orientation.UPRIGHT) {
            conversions.add(Conversion.TURNED);
        }
        return new Picture(orientation.upright(stored), orientation.upright(pixels, stored), conversions);
    }

    private void countFrames(OpenImage image) throws IOException {
        boolean several = switch (image.format()) {
            case PNG, TIFF -> image.metadata().animated();
            case GIF -> image.reader().getNumImages(true) > 1;
            case JPEG, BMP -> false;
        };
        if (several) {
            conversions.add(Conversion.FIRST_FRAME);
        }
    }

    /** The profile that is still to be applied: the JDK's reader of JPEG applies that of RGB itself. */
    private @Nullable ColourProfile profile(OpenImage image, ColorModel model) throws IOException {
        int type = model.getColorSpace().getType();
        ColourProfile profile = image.metadata()
                .profile()
                .orElseGet(() -> type == ColorSpace.TYPE_RGB
                                && model.getColorSpace() instanceof ICC_ColorSpace space
                                && !space.isCS_sRGB()
                        ? ColourProfile.of(space.getProfile())
                        : null);
        if (type == ColorSpace.TYPE_CMYK) {
            return inkProfile(image, profile);
        }
        if (profile == null) {
            return null;
        }
        if (type != ColorSpace.TYPE_RGB || !profile.describes(type)) {
            conversions.add(Conversion.IGNORED_PROFILE);
            return null;
        }
        if (profile.isSrgb()) {
            return null;
        }
        conversions.add(Conversion.PROFILE);
        return image.format() == ImageFormat.JPEG ? null : profile;
    }

    private @Nullable ColourProfile inkProfile(OpenImage image, @Nullable ColourProfile profile) throws IOException {
        if (image.format() == ImageFormat.JPEG && !image.metadata().adobe()) {
            throw new IOException("its CMYK colours lack Adobe's marker, so that they may be inverted or not");
        }
        boolean known = profile != null && profile.describes(ColorSpace.TYPE_CMYK);
        conversions.add(known ? Conversion.INKS_BY_PROFILE : Conversion.INKS);
        return known ? profile : null;
    }

    private double[] pixels(Colours colours, ImageShape shape) {
        double[] pixels = new double[shape.features()];
        double[] row = new double[Colours.BANDS * shape.width()];
        for (int y = 0; y < shape.height(); y++) {
            colours.read(y, row);
            for (int x = 0; x < shape.width(); x++) {
                compose(row, Colours.BANDS * x, colours.brightest());
                fill(pixels, (y * shape.width() + x) * channels, row, Colours.BANDS * x, colours.brightest());
            }
        }
        if (conversions.contains(Conversion.COMPOSED) && isFlat(pixels)) {
            conversions.add(Conversion.VANISHED);
        }
        return pixels;
    }

    private void compose(double[] row, int from, int brightest) {
        double opacity = row[from + 3] / brightest;
        if (opacity == 1) {
            return;
        }
        conversions.add(Conversion.COMPOSED);
        for (int i = 0; i < 3; i++) {
            row[from + i] = opacity * row[from + i] + (1 - opacity) * brightest * ground.channel(i);
        }
    }

    private void fill(double[] pixels, int to, double[] row, int from, int brightest) {
        double red = row[from];
        double green = row[from + 1];
        double blue = row[from + 2];
        double full = brightest;
        if (channels == 3) {
            pixels[to] = red / full;
            pixels[to + 1] = green / full;
            pixels[to + 2] = blue / full;
        } else if (red == green && red == blue) {
            pixels[to] = red / full;
        } else {
            pixels[to] = (LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue) / full;
        }
    }

    private boolean isFlat(double[] pixels) {
        return pixels.length > channels
                && Arrays.equals(pixels, channels, pixels.length, pixels, 0, pixels.length - channels);
    }
}
