package io.eckart.data.format.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;

/** An ICC profile that is embedded in an image: what its colours mean. */
final class ColourProfile {
    private static final int[] LEVELS = {0, 40, 80, 128, 170, 215, 255};
    /** Profiles of sRGB are written with different roundings; colours that differ by more are not those of sRGB. */
    private static final int SAME = 2;

    private final byte[] content;

    /** @param content as in the file, perhaps damaged */
    ColourProfile(byte[] content) {
        this.content = content.clone();
    }

    static ColourProfile of(ICC_Profile profile) {
        return new ColourProfile(profile.getData());
    }

    private ICC_Profile profile() throws IOException {
        try {
            return ICC_Profile.getInstance(content);
        } catch (IllegalArgumentException e) {
            throw new IOException("its colour profile is damaged", e);
        }
    }

    /**
     * Whether it is a profile of colours of this kind.
     *
     * @param type of {@link ColorSpace}, such as {@link ColorSpace#TYPE_RGB}
     * @throws IOException if it is damaged, as all methods
     */
    boolean describes(int type) throws IOException {
        return profile().getColorSpaceType() == type;
    }

    /** Whether the colours of this RGB profile are those of sRGB. */
    boolean isSrgb() throws IOException {
        int colours = LEVELS.length * LEVELS.length * LEVELS.length;
        WritableRaster samples = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, colours, 1, 3, null);
        for (int i = 0; i < colours; i++) {
            samples.setSample(i, 0, 0, LEVELS[i % 7]);
            samples.setSample(i, 0, 1, LEVELS[i / 7 % 7]);
            samples.setSample(i, 0, 2, LEVELS[i / 49]);
        }
        Raster converted = toSrgb(samples);
        int[] before = samples.getPixels(0, 0, colours, 1, (int[]) null);
        int[] after = converted.getPixels(0, 0, colours, 1, (int[]) null);
        int largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = Math.max(largest, Math.abs(before[i] - after[i]));
        }
        return largest <= SAME;
    }

    /**
     * The colours in sRGB.
     *
     * @param colours samples of 8 or 16 bits of the kind that this profile {@link #describes}
     */
    Raster toSrgb(Raster colours) throws IOException {
        ICC_Profile[] way = {profile(), ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        WritableRaster converted = Raster.createInterleavedRaster(
                colours.getTransferType(), colours.getWidth(), colours.getHeight(), 3, null);
        return new ColorConvertOp(way, null).filter(colours, converted);
    }
}
