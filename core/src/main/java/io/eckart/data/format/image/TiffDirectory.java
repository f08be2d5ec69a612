package io.eckart.data.format.image;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The numbers in the first directory of TIFF 6.0, which is also the content of Exif data. */
final class TiffDirectory {
    private static final int ORIENTATION = 274;
    private static final int[][] OFFSETS_AND_LENGTHS = {{273, 279}, {324, 325}};

    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final Map<Integer, long[]> numbers = new HashMap<>();
    private final long end;

    private TiffDirectory(ImageInputStream in) throws IOException {
        in.seek(0);
        in.setByteOrder(in.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.skipBytes(2);
        in.seek(in.readUnsignedInt());
        int entries = in.readUnsignedShort();
        long first = in.getStreamPosition();
        for (int i = 0; i < entries; i++) {
            in.seek(first + 12L * i);
            readEntry(in);
        }
        this.end = first + 12L * entries;
    }

    private void readEntry(ImageInputStream in) throws IOException {
        int tag = in.readUnsignedShort();
        int type = in.readUnsignedShort();
        long count = in.readUnsignedInt();
        boolean known = tag == ORIENTATION || (tag >= 273 && tag <= 279) || tag == 324 || tag == 325;
        if (!known || (type != SHORT && type != LONG)) {
            return;
        }
        int bytes = type == SHORT ? 2 : 4;
        if (count * bytes > 4) {
            in.seek(in.readUnsignedInt());
        }
        if (in.length() >= 0 && in.getStreamPosition() + count * bytes > in.length()) {
            throw new EOFException("it ends within its directory");
        }
        long[] values = new long[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = type == SHORT ? in.readUnsignedShort() : in.readUnsignedInt();
        }
        numbers.put(tag, values);
    }

    /**
     * The directory of a TIFF file.
     *
     * @throws IOException if the file ends before its pixels do, which not all decoders notice
     */
    static TiffDirectory whole(ImageInputStream in) throws IOException {
        ByteOrder before = in.getByteOrder();
        TiffDirectory directory = new TiffDirectory(in);
        in.setByteOrder(before);
        for (int[] tags : OFFSETS_AND_LENGTHS) {
            long[] offsets = directory.numbers.getOrDefault(tags[0], new long[0]);
            long[] lengths = directory.numbers.getOrDefault(tags[1], new long[0]);
            for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
                if (offsets[i] + lengths[i] > in.length()) {
                    throw new EOFException("it ends within its pixels");
                }
            }
        }
        return directory;
    }

    /**
     * Whether another directory follows, which is another picture. The JDK's reader would follow all of them to count, for ever
     * where they lead back to themselves.
     */
    boolean isFollowed(ImageInputStream in) throws IOException {
        ByteOrder before = in.getByteOrder();
        in.seek(0);
        in.setByteOrder(in.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.seek(end);
        long next = in.readUnsignedInt();
        in.setByteOrder(before);
        return next != 0;
    }

    /** The orientation in Exif data. Damaged Exif data, which no program needs to show a picture, says nothing. */
    static Orientation exif(byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            return new TiffDirectory(in).orientation();
        } catch (IOException | RuntimeException e) {
            return Orientation.UPRIGHT;
        }
    }

    Orientation orientation() {
        long[] values = numbers.getOrDefault(ORIENTATION, new long[0]);
        return values.length == 1 ? Orientation.of(values[0]) : Orientation.UPRIGHT;
    }
}
