package io.eckart.data.format.image;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Note;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.Chunks;
import io.eckart.data.format.Pixels;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images of a folder and its sub-folders, in the order of their relative paths, as rows of pixel values from 0 to 1: as they
 * are shown, upright, in sRGB, and opaque. Files that are not images, or in a format that is not read, are noted. The label "folder" is the name of the sub-folder of an image; it is missing for images in the folder itself.
 */
public final class ImageFolderSource implements TableSource {
    private static final String FOLDER = "folder";
    private static final String FILE = "file";
    private static final int MOST_FEATURES = 1 << 22;

    private final Path folder;
    private final List<Path> files;
    private final List<Note> skipped;
    private final Ground ground;
    private final ImageShape shape;
    private final boolean resized;
    private final Schema schema;
    private final int chunkRows;
    /** For each conversion the images that it was done with in any pass. */
    private final Map<Conversion, BitSet> converted = new EnumMap<>(Conversion.class);

    private final boolean coloursAreGiven;
    private int greyImages;

    /** @throws DataException if there are no images, an image is damaged or has another size, or the options do not fit images */
    public ImageFolderSource(Path folder, ReadOptions options, int chunkCells) {
        this.folder = folder;
        ImageFiles found = new ImageFiles(folder);
        this.files = found.images();
        this.skipped = found.notes();
        this.ground = new Ground(options.images().background());
        this.resized = options.images().size().isPresent();
        this.coloursAreGiven = options.images().grey().isPresent()
                || options.columns().expected().isPresent();
        this.shape = shape(options);
        this.schema = schema(options);
        this.chunkRows = Chunks.rows(shape.features(), chunkCells);
    }

    private ImageShape shape(ReadOptions options) {
        ImageShape first = ImageHeader.of(files.getFirst()).picture();
        for (Path file : files) {
            ImageHeader header = ImageHeader.of(file);
            ImageShape own = header.picture();
            greyImages += own.channels() == 1 && (ground.isGrey() || !header.transparent()) ? 1 : 0;
            if (!resized && (own.height() != first.height() || own.width() != first.width())) {
                throw new DataException(
                        Place.of(file),
                        "the image is " + own.height() + " x " + own.width() + " pixels, expected " + first.height()
                                + " x " + first.width() + " as " + files.getFirst(),
                        resize(first));
            }
        }
        Optional<ImageShape> expected = options.columns().expected().flatMap(Schema::image);
        boolean grey = expected.map(e -> e.channels() == 1)
                .orElse(options.images().grey().orElse(greyImages == files.size()));
        List<Integer> size = options.images().size().orElse(List.of(first.height(), first.width()));
        requireColumns(size.get(0), size.get(1), grey ? 1 : 3);
        return new ImageShape(size.get(0), size.get(1), grey ? 1 : 3);
    }

    /** Each has a name and a place in every result; more of them would fill the memory before a pixel is read. */
    private void requireColumns(int height, int width, int channels) {
        double features = (double) height * width * channels;
        if (features > MOST_FEATURES) {
            double factor = Math.sqrt(MOST_FEATURES / features);
            int fitting = (int) Math.max(1, height * factor);
            throw new DataException(
                    Place.of(files.getFirst()),
                    "images of " + height + " x " + width + " x " + channels + " have too many features, at most "
                            + MOST_FEATURES + " can be read",
                    Remedy.choose(Remedy.Setting.IMAGE_SIZE, fitting + "x" + (int) Math.max(1, width * factor)));
        }
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

    @Override
    public List<String> identifiers() {
        return List.of(FILE);
    }

    /** The only column of texts is "file", the paths of the images in the folder, with slashes. */
    @Override
    public TextCursor texts(List<String> columns) {
        if (!columns.equals(identifiers())) {
            throw new DataException(
                    Place.of(folder), "the only column of images that can be kept is '" + FILE + "', their paths");
        }
        return new PathCursor();
    }

    private @Nullable String label(Path file) {
        Path parent = file.getParent();
        return parent == null || parent.equals(folder) ? null : String.valueOf(parent.getFileName());
    }

    private double[] pixels(int image) {
        Path file = files.get(image);
        ImagePixels.Picture picture = ImagePixels.read(file, shape.channels(), ground);
        ImageShape own = picture.shape();
        if (!resized && !own.equals(shape)) {
            throw new DataException(Place.of(file), "the size of the image has changed since the folder was opened");
        }
        add(image, picture.conversions());
        return Resampling.resize(picture.pixels(), own, shape);
    }

    private void add(int image, Set<Conversion> conversions) {
        synchronized (converted) {
            for (Conversion conversion : conversions) {
                converted.computeIfAbsent(conversion, none -> new BitSet()).set(image);
            }
        }
    }

    /** What is skipped is known at once, what is converted comes with the first pass. */
    @Override
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>(skipped);
        colours().ifPresent(notes::add);
        synchronized (converted) {
            converted.forEach(
                    (conversion, images) -> notes.add(conversion.note(images.cardinality(), files.size(), ground)));
        }
        return notes;
    }

    /** Where some images are grey and some are not, and nobody said how to read them. */
    private Optional<Note> colours() {
        if (greyImages == 0 || greyImages == files.size() || coloursAreGiven) {
            return Optional.empty();
        }
        String text = greyImages + " of " + files.size() + " images are grey and read as colour, as the others are";
        return Optional.of(
                Note.of(Note.Kind.CONVERTED, text, greyImages, Remedy.choose(Remedy.Setting.IMAGE_COLOUR, "grey")));
    }

    private final class PathCursor implements TextCursor {
        private int row;

        @Override
        public @Nullable String @Nullable [] next() {
            return row == files.size()
                    ? null
                    : new String[] {
                        folder.relativize(files.get(row++)).toString().replace('\\', '/')
                    };
        }

        @Override
        public void close() {}
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
                System.arraycopy(pixels(row + i), 0, cells, i * shape.features(), shape.features());
                if (labels != null) {
                    labels[i] = label(files.get(row + i));
                }
            }
            row += rows;
            return new Table(name(), schema, rows, cells, labels);
        }

        @Override
        public void close() {}
    }
}
