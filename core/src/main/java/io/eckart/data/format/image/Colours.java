package io.eckart.data.format.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The colours of a decoded image, row by row: red, green, blue and opacity of each pixel. */
sealed interface Colours {
    /** Values for each pixel: red, green, blue, opacity. */
    int BANDS = 4;

    /** The value of full colour, and of full opacity. */
    int brightest();

    /**
     * Reads the colours of a row of pixels.
     *
     * @param row where the colours go: {@link #BANDS} values for each pixel
     */
    void read(int y, double[] row);

    /**
     * The colours that samples of this image mean; grey is left as it is stored.
     *
     * @param profile what the samples mean if they are not sRGB
     * @throws IOException if the samples are not numbers of 8 or 16 bits, or of another kind than grey, RGB or CMYK
     */
    static Colours of(BufferedImage image, @Nullable ColourProfile profile) throws IOException {
        if (!(image.getColorModel() instanceof ComponentColorModel model)) {
            return profile == null ? new Packed(image) : samples(unpacked(image), profile);
        }
        if (model.isAlphaPremultiplied()) {
            image.coerceData(false);
        }
        int type = image.getRaster().getTransferType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
            throw new IOException("its samples are signed, fractions or of " + model.getComponentSize(0)
                    + " bits, expected whole numbers of 8 or 16 bits");
        }
        return samples(image, profile);
    }

    private static Colours samples(BufferedImage image, @Nullable ColourProfile profile) throws IOException {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        int brightest = (1 << model.getComponentSize(0)) - 1;
        int colours = model.getNumColorComponents();
        Raster opacity = model.hasAlpha() ? bands(raster, colours, 1) : null;
        Raster own = bands(raster, 0, colours);
        return switch (model.getColorSpace().getType()) {
            case ColorSpace.TYPE_GRAY -> new Samples(own, opacity, brightest);
            case ColorSpace.TYPE_RGB -> new Samples(profile == null ? own : profile.toSrgb(own), opacity, brightest);
            case ColorSpace.TYPE_CMYK ->
                profile == null ? new Inks(own, brightest) : new Samples(profile.toSrgb(own), opacity, brightest);
            default -> throw new IOException("its colours are not grey, RGB or CMYK");
        };
    }

    private static Raster bands(Raster raster, int first, int count) {
        int[] bands = new int[count];
        for (int i = 0; i < count; i++) {
            bands[i] = first + i;
        }
        return raster.createChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, bands);
    }

    private static BufferedImage unpacked(BufferedImage image) {
        BufferedImage unpacked = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < image.getHeight(); y++) {
            int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            unpacked.setRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth());
        }
        return unpacked;
    }

    /** Palettes and pixels packed into one number, which have at most 8 bits for each colour. */
    record Packed(BufferedImage image) implements Colours {
        @Override
        public int brightest() {
            return 255;
        }

        @Override
        public void read(int y, double[] row) {
            int[] pixels = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            for (int x = 0; x < pixels.length; x++) {
                row[BANDS * x] = pixels[x] >> 16 & 0xff;
                row[BANDS * x + 1] = pixels[x] >> 8 & 0xff;
                row[BANDS * x + 2] = pixels[x] & 0xff;
                row[BANDS * x + 3] = pixels[x] >>> 24;
            }
        }
    }

    /** Samples in all their bits: a colour model would round them to 8, and convert grey values to those of sRGB. */
    record Samples(Raster colours, @Nullable Raster opacity, int brightest) implements Colours {
        @Override
        public void read(int y, double[] row) {
            int bands = colours.getNumBands();
            int[] samples = Colours.row(colours, y);
            int[] opacities = opacity == null ? null : Colours.row(opacity, y);
            for (int x = 0; x < colours.getWidth(); x++) {
                row[BANDS * x] = samples[bands * x];
                row[BANDS * x + 1] = samples[bands * x + (bands == 1 ? 0 : 1)];
                row[BANDS * x + 2] = samples[bands * x + (bands == 1 ? 0 : 2)];
                row[BANDS * x + 3] = opacities == null ? brightest : opacities[x];
            }
        }
    }

    /** Amounts of cyan, magenta, yellow and black of unknown inks: each lets through what it does not take. */
    record Inks(Raster amounts, int brightest) implements Colours {
        @Override
        public void read(int y, double[] row) {
            int[] samples = Colours.row(amounts, y);
            for (int x = 0; x < amounts.getWidth(); x++) {
                double light = (brightest - samples[BANDS * x + 3]) / (double) brightest;
                for (int band = 0; band < 3; band++) {
                    row[BANDS * x + band] = (brightest - samples[BANDS * x + band]) * light;
                }
                row[BANDS * x + 3] = brightest;
            }
        }
    }

    private static int[] row(Raster raster, int y) {
        return raster.getPixels(0, y, raster.getWidth(), 1, (int[]) null);
    }
}
