package io.eckart.benchmarks.onnx;

import io.eckart.benchmarks.side.Rows;
import java.util.List;

/**
 * An encoder of dense layers, {@code x W' + b} with a rectifier after all but the last, as an ONNX model: input "rows" (n x d), output
 * "codes" (n x k). Field numbers are those of onnx.proto3.
 */
public final class OnnxEncoder {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;

    private OnnxEncoder() {}

    /**
     * The model as its file holds it.
     *
     * @param weights of each layer, outputs x inputs
     * @param biases of each layer, 1 x outputs
     */
    public static byte[] model(List<Rows> weights, List<Rows> biases) {
        ProtobufMessage graph = new ProtobufMessage().text(2, "encoder");
        String from = "rows";
        for (int i = 0; i < weights.size(); i++) {
            boolean last = i == weights.size() - 1;
            String sum = last ? "codes" : "sum" + i;
            graph.message(1, gemm(from, "weight" + i, "bias" + i, sum));
            from = "hidden" + i;
            if (!last) {
                graph.message(
                        1, new ProtobufMessage().text(1, sum).text(2, from).text(4, "Relu"));
            }
        }
        for (int i = 0; i < weights.size(); i++) {
            Rows w = weights.get(i);
            Rows b = biases.get(i);
            graph.message(5, tensor("weight" + i, w.values(), w.rows(), w.columns()));
            graph.message(5, tensor("bias" + i, b.values(), b.columns()));
        }
        graph.message(11, value("rows", weights.getFirst().columns()));
        graph.message(12, value("codes", weights.getLast().rows()));
        return new ProtobufMessage()
                .number(1, IR_VERSION)
                .text(2, "eckart")
                .message(7, graph)
                .message(8, new ProtobufMessage().text(1, "").number(2, OPSET))
                .toBytes();
    }

    private static ProtobufMessage gemm(String input, String weight, String bias, String output) {
        return new ProtobufMessage()
                .text(1, input)
                .text(1, weight)
                .text(1, bias)
                .text(2, output)
                .text(4, "Gemm")
                .message(5, new ProtobufMessage().text(1, "transB").number(3, 1).number(20, ATTRIBUTE_INT));
    }

    private static ProtobufMessage tensor(String name, float[] values, int... sizes) {
        ProtobufMessage tensor = new ProtobufMessage();
        for (int size : sizes) {
            tensor.number(1, size);
        }
        return tensor.number(2, FLOAT).text(8, name).floats(9, values);
    }

    private static ProtobufMessage value(String name, int columns) {
        ProtobufMessage shape = new ProtobufMessage()
                .message(1, new ProtobufMessage().text(2, "n"))
                .message(1, new ProtobufMessage().number(1, columns));
        ProtobufMessage type = new ProtobufMessage().number(1, FLOAT).message(2, shape);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, type));
    }
}
