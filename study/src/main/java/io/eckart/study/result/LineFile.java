package io.eckart.study.result;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.format.OutputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text file with a header that grows line by line and may have been cut off in the middle of one. */
final class LineFile {
    private final Path path;

    LineFile(Path path) {
        this.path = path;
    }

    /**
     * The whole lines after the header; none where there is no file.
     *
     * @throws DataException if the header is another
     */
    List<String> lines(String header) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            String text = Files.readString(path);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.isEmpty()) {
                return List.of();
            }
            List<String> lines =
                    Arrays.asList(whole.substring(0, whole.length() - 1).split("\n", -1));
            if (!lines.getFirst().equals(header)) {
                throw new DataException(
                        Place.of(path).row(1),
                        "is not the header of a study of this version, '" + header + "'",
                        Remedy.choose(Remedy.Setting.OUTPUT_FOLDER, ""),
                        Remedy.byHand("remove the folder"));
            }
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw DataException.because(e, Place.of(path), "cannot be read: " + e.getMessage());
        }
    }

    /** Writes the file anew, whole or not at all. */
    void replace(String header, List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        all.addFirst(header);
        ByteBuffer bytes = bytes(all);
        OutputFile.write(path, true, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /** Adds lines at the end at once. */
    void append(List<String> lines) {
        try {
            Files.write(path, bytes(lines).array(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw DataException.because(e, Place.of(path), "cannot be written: " + e.getMessage());
        }
    }

    private static ByteBuffer bytes(List<String> lines) {
        return ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The error of a line that cannot be read. */
    DataException isNoLine(String line, Exception cause) {
        return DataException.because(
                cause,
                Place.of(path),
                "'" + line + "' is not a line that a study writes",
                Remedy.byHand("remove the line or the folder"));
    }
}
