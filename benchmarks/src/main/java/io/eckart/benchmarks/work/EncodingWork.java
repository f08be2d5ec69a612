package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Rows;
import io.eckart.benchmarks.side.Work;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.model.RowEncoder;
import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Activation;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Codes of the rows in a folder by the encoder in it; the check is the mean squared entry of the codes. */
record EncodingWork(FloatMatrix rows, Autoencoder model, Workers workers) implements Work {

    static EncodingWork in(Path folder, Workers workers) throws IOException {
        Rows rows = Rows.read(folder.resolve("rows.npy"));
        Rows[] weights = {Rows.read(folder.resolve("weight0.npy")), Rows.read(folder.resolve("weight1.npy"))};
        Rows[] biases = {Rows.read(folder.resolve("bias0.npy")), Rows.read(folder.resolve("bias1.npy"))};
        FloatMatrix values = new FloatMatrix(rows.rows(), rows.columns(), rows.values());
        return new EncodingWork(values, autoencoder(weights, biases), workers);
    }

    /** The encoder in an autoencoder; what its decoder is does not matter. */
    private static Autoencoder autoencoder(Rows[] weights, Rows[] biases) {
        int d = weights[0].columns();
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(weights[0].rows()), Activation.RELU, false);
        Dimensions dimensions = new Dimensions(d, weights[1].rows(), false, false);
        Layout layout = Networks.of(network).layout(dimensions);
        Reals64 values = new Reals64(new double[layout.length()]);
        for (int i = 0; i < weights.length; i++) {
            layout.in(values, "weight." + i).copyFrom(matrix(weights[i]));
            layout.in(values, "bias." + i).copyFrom(matrix(biases[i]));
        }
        return new Autoencoder(
                new AutoencoderParameters(network, dimensions, values.values(), new double[d], 1, new double[d], 1));
    }

    private static DoubleMatrix matrix(Rows rows) {
        return new FloatMatrix(rows.rows(), rows.columns(), rows.values()).toDouble();
    }

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(rows.rows(), rows.columns(), "eckart", "eckart-row");
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method()) {
            case "eckart" -> encode();
            case "eckart-row" -> encodeRow(request.whole(0));
            default -> throw Work.unknown(request);
        };
    }

    private Reply encode() {
        long start = System.nanoTime();
        FloatMatrix codes = model.encode(rows, workers);
        return new Reply(Reply.secondsSince(start), meanSquare(codes), 0);
    }

    private Reply encodeRow(int times) {
        float[] row = rows.copyRows(0, 1).values();
        float[] code = new float[model.codeSize()];
        RowEncoder encoder = model.rowEncoder();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            encoder.encode(row, code);
        }
        return new Reply(Reply.secondsSince(start) / times, meanSquare(new FloatMatrix(1, code.length, code)), 0);
    }

    private static double meanSquare(FloatMatrix codes) {
        double sum = 0;
        for (float code : codes.values()) {
            sum += (double) code * code;
        }
        return sum / codes.values().length;
    }
}
