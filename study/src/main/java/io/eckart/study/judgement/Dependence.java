package io.eckart.study.judgement;

import io.eckart.study.Evidence;
import io.eckart.study.Evidence.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On which factors an answer depends: those where the share of the decided settings that are for the claim differs by half or more
 * between two levels. A level counts if at least half of its settings are decided.
 */
record Dependence(List<Evidence> settings) {
    private static final double HALF = 0.5;

    private record Level(String name, long holding, long decided, int all) {
        static Level of(String name, List<Evidence> settings) {
            long holding =
                    settings.stream().filter(e -> e.answer() == Answer.FOR).count();
            long decided = settings.stream()
                    .filter(e -> e.answer() != Answer.UNDECIDED)
                    .count();
            return new Level(name, holding, decided, settings.size());
        }

        boolean counts() {
            return decided > 0 && 2 * decided >= all;
        }

        double share() {
            return (double) holding / decided;
        }

        String text() {
            return name + " " + holding + " of " + all;
        }
    }

    /** One sentence for each such factor. */
    List<String> factors() {
        Set<String> names = new LinkedHashSet<>();
        settings.forEach(evidence -> names.addAll(evidence.setting().levels().keySet()));
        List<String> sentences = new ArrayList<>();
        for (String name : names) {
            List<Level> levels = levels(name);
            double[] shares = levels.stream()
                    .filter(Level::counts)
                    .mapToDouble(Level::share)
                    .sorted()
                    .toArray();
            if (shares.length > 1 && shares[shares.length - 1] - shares[0] >= HALF) {
                sentences.add("depends on the " + name + ": holds in "
                        + levels.stream().map(Level::text).collect(Collectors.joining(", ")));
            }
        }
        return sentences;
    }

    private List<Level> levels(String factor) {
        Map<String, List<Evidence>> byLevel = new LinkedHashMap<>();
        for (Evidence evidence : settings) {
            String level = evidence.setting().levels().get(factor);
            if (level != null) {
                byLevel.computeIfAbsent(level, l -> new ArrayList<>()).add(evidence);
            }
        }
        return byLevel.entrySet().stream()
                .map(entry -> Level.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
