package io.eckart.data.format.image;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.Chunks;
import io.eckart.data.format.Pixels;
import io.eckart.data.format.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The PNG and JPEG images of a folder and its sub-folders, in the order of their relative paths, as rows of pixel values from
 * 0 to 1. The label "folder" is the name of the sub-folder of an image; it is missing for images in the folder itself.
 */
public final class ImageFolderSource implements TableSource {
    private static final String FOLDER = "folder";

    private final Path folder;
    private final List<Path> files;
    private final ImageShape shape;
    private final boolean resized;
    private final Schema schema;
    private final int chunkRows;

    /** @throws DataException if there are no images, an image is damaged or has another size, or the options do not fit images */
    public ImageFolderSource(Path folder, ReadOptions options, int chunkCells) {
        this.folder = folder;
        this.files = images(folder);
        this.resized = options.images().size().isPresent();
        this.shape = shape(options);
        this.schema = schema(options);
        this.chunkRows = Chunks.rows(shape.features(), chunkCells);
    }

    private static List<Path> images(Path folder) {
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> images = paths.filter(ImageFolderSource::isImage)
                    .sorted(Comparator.comparing(path -> relative(folder, path)))
                    .toList();
            if (images.isEmpty()) {
                throw new DataException(Place.of(folder), "there are no PNG or JPEG images in this folder");
            }
            return images;
        } catch (IOException | UncheckedIOException e) {
            throw DataException.because(e, Place.of(folder), "the folder cannot be read: " + e.getMessage());
        }
    }

    private static boolean isImage(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        boolean image = name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
        return image && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static String relative(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private ImageShape shape(ReadOptions options) {
        ImageShape first = ImagePixels.shape(files.getFirst());
        boolean allGrey = true;
        for (Path file : files) {
            ImageShape own = ImagePixels.shape(file);
            allGrey &= own.channels() == 1;
            if (!resized && (own.height() != first.height() || own.width() != first.width())) {
                throw new DataException(
                        Place.of(file),
                        "the image is " + own.height() + " x " + own.width() + " pixels, expected " + first.height()
                                + " x " + first.width() + " as " + files.getFirst(),
                        resize(first));
            }
        }
        boolean everyGrey = allGrey;
        Optional<ImageShape> expected = options.columns().expected().flatMap(Schema::image);
        boolean grey = expected.map(e -> e.channels() == 1)
                .orElse(options.images().grey().orElse(everyGrey));
        List<Integer> size = options.images().size().orElse(List.of(first.height(), first.width()));
        return new ImageShape(size.get(0), size.get(1), grey ? 1 : 3);
    }

    private Schema schema(ReadOptions options) {
        List<Column> columns = new ArrayList<>();
        Pixels.names(shape).forEach(name -> columns.add(Column.number(name)));
        boolean labelled = options.columns().label().isPresent()
                || options.columns()
                        .expected()
                        .flatMap(Schema::label)
                        .filter(c -> c.name().equals(FOLDER))
                        .isPresent();
        if (options.columns().label().isPresent()
                && !options.columns().label().get().equals(FOLDER)) {
            throw new DataException(
                    Place.of(folder),
                    "there is no label '" + options.columns().label().get() + "'; images have the label '" + FOLDER
                            + "', the name of their sub-folder");
        }
        if (options.samplesAreColumns()
                || !options.columns().types().isEmpty()
                || !options.columns().ignored().isEmpty()) {
            throw new DataException(
                    Place.of(folder),
                    "column types, columns to leave out and samples in columns cannot be used with images");
        }
        checkExpected(options);
        if (labelled) {
            columns.add(Column.label(FOLDER));
        }
        return new Schema(columns, Optional.of(shape));
    }

    private static Remedy resize(ImageShape shape) {
        return Remedy.choose(Remedy.Setting.IMAGE_SIZE, shape.height() + "x" + shape.width());
    }

    private void checkExpected(ReadOptions options) {
        Optional<ImageShape> model = options.columns().expected().flatMap(Schema::image);
        if (options.columns().expected().isPresent() && model.isEmpty()) {
            throw new DataException(Place.of(folder), "the model was fitted on a table, not on images");
        }
        if (model.isPresent() && !model.get().equals(shape)) {
            throw new DataException(
                    Place.of(folder),
                    "the images are " + shape.height() + " x " + shape.width() + " pixels, the model needs "
                            + model.get().height() + " x " + model.get().width(),
                    resize(model.get()));
        }
    }

    @Override
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(files.size());
    }

    @Override
    public TableCursor open() {
        return new Cursor();
    }

    private @Nullable String label(Path file) {
        Path parent = file.getParent();
        return parent == null || parent.equals(folder) ? null : String.valueOf(parent.getFileName());
    }

    private double[] pixels(Path file) {
        ImageShape own = ImagePixels.shape(file);
        if (!resized && (own.height() != shape.height() || own.width() != shape.width())) {
            throw new DataException(Place.of(file), "the size of the image has changed since the folder was opened");
        }
        ImageShape source = new ImageShape(own.height(), own.width(), shape.channels());
        return Resampling.resize(ImagePixels.read(file, source), source, shape);
    }

    private final class Cursor implements TableCursor {
        private int row;

        @Override
        public @Nullable Table next() {
            int rows = Math.min(chunkRows, files.size() - row);
            if (rows == 0) {
                return null;
            }
            double[] cells = new double[rows * shape.features()];
            @Nullable String[] labels = schema.label().isPresent() ? new String[rows] : null;
            for (int i = 0; i < rows; i++) {
                Path file = files.get(row + i);
                System.arraycopy(pixels(file), 0, cells, i * shape.features(), shape.features());
                if (labels != null) {
                    labels[i] = label(file);
                }
            }
            row += rows;
            return new Table(name(), schema, rows, cells, labels);
        }

        @Override
        public void close() {}
    }
}
