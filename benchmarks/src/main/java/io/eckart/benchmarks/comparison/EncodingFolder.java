package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.onnx.OnnxEncoder;
import io.eckart.benchmarks.side.NpyFile;
import io.eckart.benchmarks.side.Rows;
import io.eckart.numerics.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows and an encoder with drawn weights in a folder: {@code rows.npy}, {@code weight0.npy}, {@code bias0.npy} and so on,
 * {@code last-bias.npy}, and the same encoder as {@code model.onnx}.
 */
final class EncodingFolder {
    private EncodingFolder() {}

    /** Images with an encoder d-256-32. */
    static Path images(DataFolder folder) throws IOException {
        Path images = ImageData.in(folder);
        String name = "encode-" + images.getFileName() + "-" + Files.size(images);
        return MadeFile.of(folder.made(), name, to -> write(to, Rows.read(images), 256, 32));
    }

    /** Narrow rows with an encoder 64-32-8. */
    static Path narrow(DataFolder folder) throws IOException {
        Path rows = SmallRows.in(folder);
        return MadeFile.of(folder.made(), "encode-narrow", to -> write(to, Rows.read(rows), 32, 8));
    }

    private static void write(Path folder, Rows rows, int hidden, int code) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new RandomStreams(1).stream("weights");
        List<Rows> weights = List.of(draw(hidden, rows.columns(), random), draw(code, hidden, random));
        List<Rows> biases = List.of(draw(1, hidden, random), draw(1, code, random));
        NpyFile.write(folder.resolve("rows.npy"), rows);
        for (int i = 0; i < weights.size(); i++) {
            NpyFile.write(folder.resolve("weight" + i + ".npy"), weights.get(i));
            NpyFile.write(folder.resolve("bias" + i + ".npy"), biases.get(i));
        }
        NpyFile.write(folder.resolve("last-bias.npy"), biases.getLast());
        Files.write(folder.resolve("model.onnx"), OnnxEncoder.model(weights, biases));
    }

    private static Rows draw(int rows, int columns, SplittableRandom random) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt(columns));
        }
        return new Rows(rows, columns, values);
    }
}
