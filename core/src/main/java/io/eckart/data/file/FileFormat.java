package io.eckart.data.file;

import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.array.IdxHeader;
import java.util.Locale;

/** The formats of single files. */
enum FileFormat {
    CSV,
    NPY,
    IDX;

    private static final int SHOWN = 4096;

    /** @throws io.eckart.data.DataException if the content has none of these formats */
    static FileFormat of(InputFile file, ReadOptions options) {
        byte[] head = file.head(SHOWN);
        String name = file.name().toLowerCase(Locale.ROOT);
        if (startsWith(head, 0x93, 'N', 'U', 'M', 'P', 'Y') || name.endsWith(".npy")) {
            return NPY;
        }
        if (isIdxName(name) || isIdx(head)) {
            return IDX;
        }
        boolean wide = startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);
        if (!wide && options.csv().encoding().isEmpty()) {
            checkText(file, head);
        }
        return CSV;
    }

    private static boolean isIdxName(String name) {
        return name.matches(".*idx[0-9]-?[a-z]*byte(\\.gz)?|.*\\.idx[0-9]?(\\.gz)?");
    }

    private static boolean isIdx(byte[] head) {
        return head.length >= 4 && startsWith(head, 0, 0) && IdxHeader.isTypeCode(head[2]) && head[3] >= 1;
    }

    private static void checkText(InputFile file, byte[] head) {
        if (startsWith(head, 0x89, 'P', 'N', 'G') || startsWith(head, 0xff, 0xd8, 0xff)) {
            throw file.error("a single image; name the folder that holds the images");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            throw file.error("an archive (zip, npz or xlsx); unpack it first");
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && "\t\n\f\r".indexOf(b) < 0) {
                throw file.error(
                        "neither text nor a known format; CSV, TSV, NPY, IDX and folders of images are read",
                        wideText(head));
            }
        }
    }

    /** Text of two bytes a character has a zero in every other place, as long as it is Latin. */
    private static Remedy[] wideText(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int quarter = head.length / 4;
        if (zeros[0] > quarter == zeros[1] > quarter) {
            return new Remedy[0];
        }
        String order = zeros[1] > quarter ? "utf-16le" : "utf-16be";
        return new Remedy[] {Remedy.choose(Remedy.Setting.ENCODING, order)};
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
