package io.eckart.benchmarks.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.eckart.benchmarks.side.AnswerLoop;
import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Rows;
import io.eckart.benchmarks.side.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * ONNX Runtime from Java: {@code OnnxSide FOLDER THREADS}. Rows stand in memory that it can read as it is, and codes go to memory
 * that it is given, so that nothing is measured but its own work; the check is the mean squared entry of the codes.
 */
public final class OnnxSide implements Work {
    private static final int BLOCK = 4096;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Rows rows;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final int codeSize;

    private OnnxSide(Path folder, int threads) throws IOException, OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        environment = OrtEnvironment.getEnvironment();
        session = environment.createSession(folder.resolve("model.onnx").toString(), options);
        rows = Rows.read(folder.resolve("rows.npy"));
        codeSize = Rows.read(folder.resolve("last-bias.npy")).columns();
        input = direct(rows.values().length).put(0, rows.values());
        output = direct(rows.rows() * codeSize);
    }

    public static void main(String[] arguments) throws IOException, OrtException {
        PrintStream answers = AnswerLoop.takeOutput();
        AnswerLoop.run(new OnnxSide(Path.of(arguments[0]), Integer.parseInt(arguments[1])), answers);
    }

    private static FloatBuffer direct(int length) {
        return ByteBuffer.allocateDirect(length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public Introduction introduction() {
        return new Introduction(
                "ONNX Runtime " + environment.getVersion(),
                List.of("onnxruntime", "onnxruntime-blocks", "onnxruntime-row"),
                Map.of("JDK", Introduction.jdk()),
                rows.rows(),
                rows.columns());
    }

    @Override
    public Reply answer(Request request) {
        try {
            return switch (request.method()) {
                case "onnxruntime" -> encode(rows.rows());
                case "onnxruntime-blocks" -> encode(BLOCK);
                case "onnxruntime-row" -> encodeRow(request.whole(0));
                default -> throw Work.unknown(request);
            };
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed", e);
        }
    }

    private Reply encode(int block) throws OrtException {
        long start = System.nanoTime();
        for (int from = 0; from < rows.rows(); from += block) {
            int count = Math.min(block, rows.rows() - from);
            try (OnnxTensor in = tensor(input, from, count, rows.columns());
                    OnnxTensor out = tensor(output, from, count, codeSize);
                    OrtSession.Result _ = session.run(Map.of("rows", in), Map.of("codes", out))) {}
        }
        return new Reply(Reply.secondsSince(start), meanSquare(output.capacity()), 0);
    }

    private OnnxTensor tensor(FloatBuffer buffer, int from, int count, int columns) throws OrtException {
        return OnnxTensor.createTensor(
                environment, buffer.slice(from * columns, count * columns), new long[] {count, columns});
    }

    /** The first row again and again, its input and output tensors kept. */
    private Reply encodeRow(int times) throws OrtException {
        try (OnnxTensor in = tensor(input, 0, 1, rows.columns());
                OnnxTensor out = tensor(output, 0, 1, codeSize)) {
            Map<String, OnnxTensor> ins = Map.of("rows", in);
            Map<String, OnnxTensor> outs = Map.of("codes", out);
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                session.run(ins, outs).close();
            }
            return new Reply(Reply.secondsSince(start) / times, meanSquare(codeSize), 0);
        }
    }

    private double meanSquare(int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) output.get(i) * output.get(i);
        }
        return sum / length;
    }
}
