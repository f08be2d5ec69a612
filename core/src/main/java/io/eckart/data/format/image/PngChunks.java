package io.eckart.data.format.image;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import javax.imageio.stream.ImageInputStream;

/** The chunks of a PNG file (ISO/IEC 15948), which the JDK's reader neither checks nor reads to the last one. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int BUFFER = 1 << 13;
    private static final int LARGEST_PROFILE = 1 << 24;

    private Orientation orientation = Orientation.UPRIGHT;
    private Optional<ColourProfile> profile = Optional.empty();
    private boolean transparent;
    private boolean animated;

    private PngChunks() {}

    /**
     * Reads the chunks to the last.
     *
     * @param check whether all are compared with their checksums
     * @throws IOException if the last chunk is missing, or a checksum is wrong
     */
    static ImageMetadata metadata(ImageInputStream in, boolean check) throws IOException {
        PngChunks chunks = new PngChunks();
        in.seek(SIGNATURE);
        while (chunks.next(in, check)) {}
        return new ImageMetadata(chunks.orientation, chunks.transparent, false, chunks.animated, chunks.profile);
    }

    private boolean next(ImageInputStream in, boolean check) throws IOException {
        long length = in.readUnsignedInt();
        byte[] name = content(in, 4);
        String type = new String(name, StandardCharsets.ISO_8859_1);
        long start = in.getStreamPosition();
        if (start + length + 4 > in.length()) {
            throw new EOFException("it ends within its chunk " + type);
        }
        if (check && checksum(in, name, length) != in.readUnsignedInt()) {
            throw new IOException("the checksum of its chunk " + type + " is wrong");
        }
        in.seek(start);
        take(type, in, length);
        in.seek(start + length + 4);
        return !type.equals("IEND");
    }

    private void take(String type, ImageInputStream in, long length) throws IOException {
        switch (type) {
            case "eXIf" -> orientation = TiffDirectory.exif(content(in, length));
            case "iCCP" -> profile = profile(content(in, length));
            case "tRNS" -> transparent = true;
            case "acTL" -> animated = true;
            default -> {}
        }
    }

    private static byte[] content(ImageInputStream in, long length) throws IOException {
        byte[] content = new byte[Math.toIntExact(length)];
        in.readFully(content);
        return content;
    }

    /** A name that ends with 0, the method 0, and the profile as a zlib stream. */
    private static Optional<ColourProfile> profile(byte[] chunk) {
        int name = new String(chunk, StandardCharsets.ISO_8859_1).indexOf('\0');
        int start = name + 2;
        if (name < 0 || start >= chunk.length) {
            return Optional.empty();
        }
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(chunk, start, chunk.length - start))) {
            return Optional.of(new ColourProfile(in.readNBytes(LARGEST_PROFILE)));
        } catch (IOException e) {
            return Optional.of(new ColourProfile(new byte[0]));
        }
    }

    /** The checksum of a chunk: of its name and its content. */
    private static long checksum(ImageInputStream in, byte[] name, long length) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(name);
        byte[] buffer = new byte[(int) Math.min(length, BUFFER)];
        for (long left = length; left > 0; left -= buffer.length) {
            int read = (int) Math.min(left, buffer.length);
            in.readFully(buffer, 0, read);
            sum.update(buffer, 0, read);
        }
        return sum.getValue();
    }
}
