package io.eckart.data.format.image;

import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * What an image file says about its pixels and the JDK's readers do not apply.
 *
 * @param orientation how the picture is turned
 * @param transparent whether one value of the pixels is declared transparent
 * @param adobe whether a JPEG has the marker of Adobe, which says how inks are stored
 * @param animated whether a PNG or TIFF has further frames
 * @param profile the embedded colour profile
 */
record ImageMetadata(
        Orientation orientation,
        boolean transparent,
        boolean adobe,
        boolean animated,
        Optional<ColourProfile> profile) {

    /**
     * Reads what surrounds the pixels.
     *
     * @param check whether checksums are compared, which takes a pass over the file
     * @throws IOException if the structure of the file is damaged, or it ends too early
     */
    static ImageMetadata of(ImageFormat format, ImageInputStream in, boolean check) throws IOException {
        return switch (format) {
            case PNG -> PngChunks.metadata(in, check);
            case JPEG -> JpegSegments.metadata(in);
            case TIFF -> tiff(in);
            case GIF, BMP -> upright(Orientation.UPRIGHT);
        };
    }

    private static ImageMetadata tiff(ImageInputStream in) throws IOException {
        TiffDirectory directory = TiffDirectory.whole(in);
        return new ImageMetadata(directory.orientation(), false, false, directory.isFollowed(in), Optional.empty());
    }

    private static ImageMetadata upright(Orientation orientation) {
        return new ImageMetadata(orientation, false, false, false, Optional.empty());
    }
}
