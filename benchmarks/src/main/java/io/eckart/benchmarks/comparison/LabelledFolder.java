package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.NpyFile;
import io.eckart.benchmarks.side.Rows;
import io.eckart.data.Table;
import io.eckart.data.synthetic.DrawnDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 70,000 images of digits, {@code rows.npy}, the first 1000 of them a hundred of each class, and all classes,
 * {@code classes.npy}: MNIST where it lies, else drawn digits.
 */
final class LabelledFolder {
    private static final int ROWS = 70_000;
    private static final int CLASSES = 10;
    private static final int KNOWN_OF_EACH = 100;
    private static final float WHITE = 255;

    private LabelledFolder() {}

    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of images
    private record Image(float[] cells, int digit) {}

    static Path in(DataFolder folder) throws IOException {
        Optional<Path> mnist = folder.shared("mnist").filter(Files::isDirectory);
        return MadeFile.of(
                folder.made(),
                mnist.isPresent() ? "mnist-70000" : "digits-70000",
                to -> write(to, mnist.isPresent() ? mnist(mnist.get()) : drawn()));
    }

    private static List<Image> mnist(Path folder) throws IOException {
        List<Image> images = new ArrayList<>();
        for (String part : List.of("train", "t10k")) {
            Rows rows = Rows.read(folder.resolve(part + "-images-idx3-ubyte.gz"));
            Rows labels = Rows.read(folder.resolve(part + "-labels-idx1-ubyte.gz"));
            for (int i = 0; i < rows.rows(); i++) {
                float[] cells = new float[rows.columns()];
                System.arraycopy(rows.values(), i * cells.length, cells, 0, cells.length);
                images.add(new Image(cells, Math.round(WHITE * labels.values()[i])));
            }
        }
        return images;
    }

    private static List<Image> drawn() {
        Table table = new DrawnDigits(ROWS, 1).generate();
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            float[] cells = new float[table.width()];
            for (int j = 0; j < cells.length; j++) {
                cells[j] = (float) table.cell(i, j);
            }
            images.add(new Image(cells, Integer.parseInt(String.valueOf(table.label(i)))));
        }
        return images;
    }

    /** The first images of each class come first. */
    private static void write(Path folder, List<Image> images) throws IOException {
        Files.createDirectories(folder);
        int[] seen = new int[CLASSES];
        List<Image> known = new ArrayList<>();
        List<Image> others = new ArrayList<>();
        for (Image image : images) {
            (seen[image.digit()]++ < KNOWN_OF_EACH ? known : others).add(image);
        }
        known.sort(Comparator.comparingInt(Image::digit));
        known.addAll(others);
        int d = known.getFirst().cells().length;
        float[] rows = new float[known.size() * d];
        float[] classes = new float[known.size()];
        for (int i = 0; i < classes.length; i++) {
            System.arraycopy(known.get(i).cells(), 0, rows, i * d, d);
            classes[i] = known.get(i).digit();
        }
        NpyFile.write(folder.resolve("rows.npy"), new Rows(classes.length, d, rows));
        NpyFile.write(folder.resolve("classes.npy"), new Rows(classes.length, 1, classes));
    }
}
