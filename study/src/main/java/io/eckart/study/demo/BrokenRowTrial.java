package io.eckart.study.demo;

import io.eckart.data.synthetic.Fault;
import io.eckart.data.synthetic.Sensors;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.study.demo.BrokenRows.FaultKind;
import io.eckart.study.demo.BrokenRows.Score;
import io.eckart.study.demo.BrokenRows.Suspect;
import io.eckart.task.RowScores;
import io.eckart.task.score.Ranking;
import io.eckart.task.score.RowScorer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranks the rows of a table of sensors by how badly PCA gives them back, and by their norm. */
record BrokenRowTrial(Sensors sensors, FittedModel<Pca> pca, Workers workers) {
    private static final int SHOWN = 40;

    /** What was found, and the first rows of both rankings. */
    record Outcome(BrokenRows found, List<Suspect> byError, List<Suspect> byNorm) {}

    Outcome run() {
        FloatMatrix rows = pca.encoding().encode(sensors.table());
        RowScores scores = RowScorer.of(pca).score(rows, workers);
        double[] errors = scores.errors().errorsPerCell();
        double[] norms = scores.norms();
        boolean[] broken = sensors.broken();
        int count = (int) sensors.faults().stream().filter(Fault::isBroken).count();
        Set<Integer> byError = first(errors, count);
        Set<Integer> byNorm = first(norms, count);
        List<FaultKind> faults = Stream.of(Fault.values())
                .filter(Fault::isBroken)
                .map(fault ->
                        new FaultKind(words(fault), count(fault, all()), count(fault, byError), count(fault, byNorm)))
                .toList();
        BrokenRows found = new BrokenRows(
                broken.length,
                count,
                List.of(
                        score("reconstruction error of PCA", byError, errors, broken),
                        score("plain norm of the row", byNorm, norms, broken)),
                faults);
        return new Outcome(found, suspects(errors), suspects(norms));
    }

    private static Score score(String what, Set<Integer> first, double[] scores, boolean[] broken) {
        int found = (int) first.stream().filter(i -> broken[i]).count();
        return new Score(what, found, Ranking.areaUnderRoc(scores, broken));
    }

    private static Set<Integer> first(double[] scores, int count) {
        return Arrays.stream(Ranking.largest(scores, count)).boxed().collect(Collectors.toSet());
    }

    private Set<Integer> all() {
        return IntStream.range(0, sensors.faults().size()).boxed().collect(Collectors.toSet());
    }

    private int count(Fault fault, Set<Integer> rows) {
        return (int) rows.stream().filter(i -> sensors.faults().get(i) == fault).count();
    }

    private List<Suspect> suspects(double[] scores) {
        int[] order = Ranking.largest(scores, Math.min(SHOWN, scores.length));
        return IntStream.range(0, order.length)
                .mapToObj(place -> new Suspect(
                        place + 1,
                        order[place] + 1L,
                        scores[order[place]],
                        words(sensors.faults().get(order[place]))))
                .toList();
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case NONE -> "intact";
            case STUCK -> "stuck";
            case SPIKE -> "spike";
            case SWAPPED -> "swapped";
            case INDEPENDENT -> "unrelated";
        };
    }
}
