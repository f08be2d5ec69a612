package io.eckart.data.format.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;

/** The segments of a JPEG file before its first scan: Exif data, colour profile, the marker of Adobe. */
final class JpegSegments {
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";
    private static final String ADOBE = "Adobe";

    private final SortedMap<Integer, byte[]> profileParts = new TreeMap<>();
    private Optional<Orientation> orientation = Optional.empty();
    private boolean adobe;

    private JpegSegments() {}

    /** @throws IOException if the file ends before its first scan */
    static ImageMetadata metadata(ImageInputStream in) throws IOException {
        JpegSegments segments = new JpegSegments();
        in.seek(2);
        while (segments.next(in)) {}
        return new ImageMetadata(
                segments.orientation.orElse(Orientation.UPRIGHT), false, segments.adobe, false, segments.profile());
    }

    /** Whether there is another segment: what is not one is left to the decoder. */
    private boolean next(ImageInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            return false;
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        if (marker == START_OF_SCAN || marker == END_OF_IMAGE || marker < 0xc0) {
            return false;
        }
        int length = in.readUnsignedShort() - 2;
        long end = in.getStreamPosition() + length;
        if (marker == APP1 || marker == APP2 || marker == APP14) {
            byte[] content = new byte[Math.max(0, length)];
            in.readFully(content);
            take(marker, content);
        }
        in.seek(end);
        return true;
    }

    private void take(int marker, byte[] content) {
        if (marker == APP1 && starts(content, EXIF) && orientation.isEmpty()) {
            orientation = Optional.of(TiffDirectory.exif(Arrays.copyOfRange(content, EXIF.length(), content.length)));
        }
        // The profile is cut into parts, with their number and the count of all.
        int start = PROFILE.length() + 2;
        if (marker == APP2 && starts(content, PROFILE) && content.length > start) {
            profileParts.put(content[start - 2] & 0xff, Arrays.copyOfRange(content, start, content.length));
        }
        adobe |= marker == APP14 && starts(content, ADOBE);
    }

    private static boolean starts(byte[] content, String name) {
        return new String(content, 0, Math.min(content.length, name.length()), StandardCharsets.ISO_8859_1)
                .equals(name);
    }

    private Optional<ColourProfile> profile() {
        if (profileParts.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        profileParts.values().forEach(whole::writeBytes);
        return Optional.of(new ColourProfile(whole.toByteArray()));
    }
}
