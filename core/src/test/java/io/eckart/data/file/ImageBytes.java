package io.eckart.data.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Image files in memory, with the parts that ImageIO does not write. */
final class ImageBytes {
    private static final int PNG_HEADER = 33;

    private ImageBytes() {}

    static byte[] of(BufferedImage image, String format) {
        return compressed(image, format, null);
    }

    /** @param compression of {@link ImageWriteParam}, or null; "progressive" for JPEG */
    static byte[] compressed(BufferedImage image, String format, @Nullable String compression) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if ("progressive".equals(compression)) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        } else if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A PNG of samples of 16 bits. */
    static byte[] png16(int width, int colourType, int... samples) {
        int bands = colourType == 6 ? 4 : 3;
        int height = samples.length / bands / width;
        ByteBuffer rows = ByteBuffer.allocate(height + 2 * samples.length);
        for (int y = 0; y < height; y++) {
            rows.put((byte) 0);
            for (int i = 0; i < bands * width; i++) {
                rows.putShort((short) samples[y * bands * width + i]);
            }
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 16).put((byte) colourType);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return joined(
                signature,
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated(rows.array())),
                chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String name, byte[] content) {
        byte[] type = name.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** The PNG with another chunk after its header. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        return joined(
                Arrays.copyOf(png, PNG_HEADER), chunk(name, content), Arrays.copyOfRange(png, PNG_HEADER, png.length));
    }

    static byte[] withProfile(byte[] png, byte[] profile) {
        return withChunk(png, "iCCP", joined(new byte[] {'x', 0, 0}, deflated(profile)));
    }

    /** The JPEG with another segment before all others. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        byte[] head = {(byte) 0xff, (byte) marker, (byte) ((content.length + 2) >> 8), (byte) (content.length + 2)};
        return joined(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Exif data that has nothing but an orientation, in the byte order of Intel. */
    static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(new byte[] {'I', 'I'}).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }

    /** An uncompressed grey TIFF of one strip, in the byte order of Motorola. */
    static byte[] tiff(int width, int orientation, int... samples) {
        int[][] entries = {
            {256, width},
            {257, samples.length / width},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 134},
            {274, orientation},
            {277, 1},
            {278, samples.length / width},
            {279, samples.length}
        };
        ByteBuffer tiff = ByteBuffer.allocate(134 + samples.length);
        tiff.put(new byte[] {'M', 'M'}).putShort((short) 42).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            boolean isLong = entry[0] == 273 || entry[0] == 279;
            tiff.putShort((short) entry[0]).putShort((short) (isLong ? 4 : 3)).putInt(1);
            tiff.putInt(isLong ? entry[1] : entry[1] << 16);
        }
        tiff.putInt(0);
        for (int sample : samples) {
            tiff.put((byte) sample);
        }
        return tiff.array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
