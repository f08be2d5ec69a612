package io.eckart.training.batch;

import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.training.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The state of a run on batches at the end of an epoch: all it needs to go on as if it had never stopped.
 *
 * @param epoch the epoch that has ended
 * @param firstLoss the loss of the very first batch
 * @param method the optimizer's arrays by name
 * @param bestNumbers of {@link BestSoFar}
 */
@SuppressWarnings("ArrayRecordComponent") // written to a file or read from it, never shared
record RunState(
        int epoch,
        double firstLoss,
        double[] parameters,
        Map<String, double[]> method,
        double[] bestNumbers,
        double[] bestParameters,
        List<EpochRecord> history) {
    private static final String METHOD = "method.";

    /** The optimizer's array of this name. */
    double[] method(String name) {
        return Objects.requireNonNull(method.get(name));
    }

    Map<String, double[]> vectors() {
        Map<String, double[]> vectors = new TreeMap<>();
        vectors.put("epoch", new double[] {epoch, firstLoss});
        vectors.put("parameters", parameters);
        method.forEach((name, values) -> vectors.put(METHOD + name, values));
        vectors.put("best.numbers", bestNumbers);
        vectors.put("best.parameters", bestParameters);
        double[] records = new double[3 * history.size()];
        for (int i = 0; i < history.size(); i++) {
            records[3 * i] = history.get(i).error();
            records[3 * i + 1] = history.get(i).heldOutError();
            records[3 * i + 2] = history.get(i).learningRate();
        }
        vectors.put("history", records);
        return vectors;
    }

    /**
     * The state of a run with so many parameters, and arrays of its optimizer of these lengths.
     *
     * @throws DataException if a part is missing or has another length
     */
    static RunState of(Map<String, double[]> vectors, int parameters, Map<String, Integer> methodLengths) {
        Map<String, double[]> method = new TreeMap<>();
        methodLengths.forEach((name, length) -> method.put(name, part(vectors, METHOD + name, length)));
        double[] numbers = part(vectors, "epoch", 2);
        int epoch = (int) numbers[0];
        if (epoch != numbers[0] || epoch < 0 || epoch > Integer.MAX_VALUE / 3) {
            throw unfit("epoch");
        }
        return new RunState(
                epoch,
                numbers[1],
                part(vectors, "parameters", parameters),
                method,
                part(vectors, "best.numbers", BestSoFar.NUMBERS),
                part(vectors, "best.parameters", parameters),
                history(part(vectors, "history", 3 * epoch)));
    }

    private static List<EpochRecord> history(double[] records) {
        List<EpochRecord> history = new ArrayList<>();
        for (int i = 0; 3 * i < records.length; i++) {
            history.add(new EpochRecord(i + 1, records[3 * i], records[3 * i + 1], records[3 * i + 2]));
        }
        return history;
    }

    private static double[] part(Map<String, double[]> vectors, String name, int length) {
        double[] values = vectors.get(name);
        if (values == null || values.length != length) {
            throw unfit(name);
        }
        return values;
    }

    private static DataException unfit(String name) {
        return new DataException(
                "the state of the run lacks '" + name + "' or has one of another run",
                Remedy.byHand("remove its file and start again"));
    }
}
