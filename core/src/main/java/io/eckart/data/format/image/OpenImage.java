package io.eckart.data.format.image;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An open image file. Whatever a decoder warns of is an error here: it goes on with half a picture.
 *
 * @param format by its content
 * @param reader the JDK's reader of the format, at its start
 * @param metadata what the reader does not apply
 */
record OpenImage(ImageFormat format, ImageReader reader, ImageMetadata metadata) {

    /** Reads something from an open image. */
    @FunctionalInterface
    interface Reading<T> {
        T of(OpenImage image) throws IOException;
    }

    /** Reads the header, without a check of what follows. */
    static <T> T header(Path file, Reading<T> reading) {
        return read(file, false, reading);
    }

    /** Reads the pixels. */
    static <T> T pixels(Path file, Reading<T> reading) {
        return read(file, true, reading);
    }

    private static <T> T read(Path file, boolean check, Reading<T> reading) {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageFormat format = ImageFormat.of(file, in);
            ImageMetadata metadata = ImageMetadata.of(format, in, check);
            in.seek(0);
            ImageReader reader = format.reader();
            reader.addIIOReadWarningListener((source, warning) -> {
                throw damaged(file, warning, null);
            });
            try {
                // Counting frames needs a stream that can go back.
                reader.setInput(in, false, true);
                return reading.of(new OpenImage(format, reader, metadata));
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e;
        } catch (EOFException e) {
            throw damaged(file, e.getMessage() == null ? "it ends too early" : e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            // The decoders throw exceptions of many kinds for damaged images.
            String reason = Files.isReadable(file) ? String.valueOf(e.getMessage()) : "no permission";
            throw damaged(file, reason, e);
        }
    }

    private static DataException damaged(Path file, String reason, @Nullable Throwable cause) {
        return new DataException(
                Place.of(file),
                "the image is broken or of a kind that cannot be read (" + reason + "), expected a whole "
                        + ImageFormat.NAMES + " image",
                List.of(Remedy.byHand("save it again as PNG"), Remedy.byHand("take it out of the folder")),
                cause);
    }
}
