package io.eckart.study.claim;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.data.synthetic.LowRank;
import io.eckart.model.Autoencoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.moments.LinearFloor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On curved rows a network goes below what any linear model of its code size can reach; on rows of a linear subspace it does not. */
final class NetworksPassLinearFloor extends SeedClaim {
    private static final int DIMENSION = 2;
    private static final int FEATURES = 10;
    private static final double NOISE = 0.1;
    private static final int HELD_OUT = 500;
    /** log10 of a ratio of 0.95. */
    private static final double CLEARLY = Math.log10(0.95);

    private static final List<Double> TURNS = List.of(0.25, 0.5, 1.0);
    private static final double MOST_TURNS = TURNS.getLast();
    private static final String FLAT = "rows of a linear subspace";
    private static final String BROAD = "normal rows of equal variance in six directions";

    NetworksPassLinearFloor() {
        super(
                "networks-pass-linear-floor",
                "15.3",
                "Non-linear autoencoders reach a lower error than the linear optimum of the same k.",
                "rows near surfaces of dimension 2 in 10 features, noise of deviation 0.1, k = 2, held-out rows against the exact"
                        + " linear optimum of these rows; clearly: 5 %");
    }

    @Override
    String judge(SeedRuns runs, Evidence evidence) {
        StringBuilder figures = new StringBuilder("error over the linear floor: ");
        for (double turns : TURNS) {
            MeasuredNumber ratio = ratio(runs, curved(turns));
            evidence.below(curved(turns), ratio, CLEARLY);
            figures.append(ratio.ratioText() + " on " + curved(turns) + ", ");
        }
        MeasuredNumber flat = ratio(runs, FLAT);
        evidence.controlAbove(FLAT, flat, CLEARLY)
                .note(ratio(runs, BROAD))
                .note(ratio(runs, untrained(curved(MOST_TURNS))));
        for (double turns : TURNS) {
            evidence.note(runs.mean("share of the energy beyond two directions, " + curved(turns), beyond(turns)));
        }
        return figures.append(flat.ratioText()).append(" on ").append(FLAT).toString();
    }

    private static MeasuredNumber ratio(SeedRuns runs, String where) {
        return runs.logRatio("log10 of the error over the linear floor, " + where, where, floor(where));
    }

    private static String curved(double turns) {
        return "arcs of " + Evidence.text(turns) + " turns";
    }

    private static String floor(String where) {
        return "floor " + where;
    }

    private static String untrained(String where) {
        return "untrained, " + where;
    }

    private static String beyond(double turns) {
        return "beyond " + turns;
    }

    @Override
    Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        int rows = HELD_OUT + setting.scale().choose(1000, 3000);
        long seed = random.stream("rows").nextLong();
        Map<String, Double> measured = new LinkedHashMap<>();
        for (double turns : TURNS) {
            Run run = new Run(setting, random, curved(rows, turns, seed));
            run.measure(curved(turns), measured);
            measured.put(beyond(turns), run.floor(DIMENSION) / run.energy());
            if (turns == MOST_TURNS) {
                run.measure(untrained(curved(turns)), run.fit.untrained(), measured);
            }
        }
        new Run(setting, random, linear(rows, List.of(1.0, 1.0), seed)).measure(FLAT, measured);
        new Run(setting, random, linear(rows, List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0), seed)).measure(BROAD, measured);
        return measured;
    }

    private static FloatMatrix curved(int rows, double turns, long seed) {
        return new CurvedSurface(rows, FEATURES, DIMENSION, turns, 0, NOISE, seed)
                .generate()
                .values()
                .toFloat();
    }

    private static FloatMatrix linear(int rows, List<Double> eigenvalues, long seed) {
        return new LowRank(rows, FEATURES, eigenvalues, NOISE, seed)
                .generate()
                .values()
                .toFloat();
    }

    /** A network trained on some rows, the first held out. */
    private static final class Run {
        private final StudySetting setting;
        private final FloatMatrix test;
        private final AutoencoderFit fit;

        Run(StudySetting setting, RandomStreams random, FloatMatrix rows) {
            this.setting = setting;
            this.test = rows.copyRows(0, HELD_OUT);
            AutoencoderConfig config = StudyFits.network(DIMENSION, 50, 50);
            this.fit = new StudyFits(setting).autoencoder(config, rows.copyRows(HELD_OUT, rows.rows()), random);
        }

        void measure(String name, Map<String, Double> measured) {
            measure(name, fit.model(), measured);
        }

        private void measure(String name, Autoencoder model, Map<String, Double> measured) {
            measured.put(name, HeldOutErrors.perRow(model, test, test, setting.workers()));
            measured.put(NetworksPassLinearFloor.floor(name), floor(DIMENSION));
        }

        /** The least error per held-out row of any linear model. */
        double floor(int codeSize) {
            return FEATURES
                    * LinearFloor.perCell(test, Corruption.NONE, codeSize, setting.workers())
                            .orElseThrow();
        }

        /** The mean squared distance of held-out rows to their mean. */
        double energy() {
            return FEATURES * Math.pow(StudyDesign.unit(test), 2);
        }
    }
}
