package io.eckart.data.format.image;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** The formats of images that are read. The content of a file says which one it is, its ending only that it is an image. */
enum ImageFormat {
    PNG(List.of("png"), "\u0089PNG\r\n\u001a\n"),
    JPEG(List.of("jpg", "jpeg", "jpe", "jfif"), "\u00ff\u00d8\u00ff"),
    GIF(List.of("gif"), "GIF8"),
    BMP(List.of("bmp", "dib"), "BM"),
    TIFF(List.of("tif", "tiff"), "II*\0", "MM\0*");

    /** As in messages. */
    static final String NAMES = "PNG, JPEG, GIF, BMP or TIFF";

    private static final int SIGNATURE_BYTES = 12;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> endings;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> signatures;

    ImageFormat(List<String> endings, String... signatures) {
        this.endings = endings;
        this.signatures = List.of(signatures);
    }

    /** Whether files of this ending are images that are read. */
    static boolean hasEnding(String ending) {
        return Arrays.stream(values()).anyMatch(format -> format.endings.contains(ending));
    }

    /** @throws DataException if the content is none of these formats */
    static ImageFormat of(Path file, ImageInputStream in) throws IOException {
        byte[] first = new byte[SIGNATURE_BYTES];
        int length = Math.max(0, in.read(first));
        in.seek(0);
        String text = new String(first, 0, length, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.signatures.stream().anyMatch(text::startsWith))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        Place.of(file),
                        foreign(text).orElse("not an image") + ", expected " + NAMES,
                        Remedy.byHand("save it as PNG"),
                        Remedy.byHand("take it out of the folder")));
    }

    /** What the content is, if it is known. */
    private static Optional<String> foreign(String text) {
        if (text.isEmpty()) {
            return Optional.of("an empty file");
        }
        if (text.startsWith("RIFF") && text.endsWith("WEBP")) {
            return Optional.of("a WebP image");
        }
        if (text.startsWith("ftyp", 4)) {
            return Optional.of(
                    "an image or video of the kind '" + text.substring(8).strip() + "'");
        }
        return text.startsWith("8BPS") ? Optional.of("a Photoshop image") : Optional.empty();
    }

    /** The reader of the JDK: other readers on the class path, which change from program to program, are not used. */
    ImageReader reader() throws IOException {
        Iterator<ImageReaderSpi> found =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, this::isReadBy, false);
        return found.next().createReaderInstance();
    }

    private boolean isReadBy(Object provider) {
        return provider instanceof ImageReaderSpi reader
                && reader.getClass().getModule().equals(ImageIO.class.getModule())
                && List.of(reader.getFormatNames()).contains(name().toLowerCase(Locale.ROOT));
    }
}
