package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.data.synthetic.LowRank;
import io.eckart.model.Autoencoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.CodeSize;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.moments.LinearFloor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On curved rows a network goes below what any linear model of its code size can reach; on rows of a linear subspace it does not. */
final class NetworksPassLinearFloor {
    private static final String ID = "networks-pass-linear-floor";
    private static final int DIMENSION = 2;
    private static final int FEATURES = 10;
    private static final double NOISE = 0.1;
    private static final int HELD_OUT = 500;
    /** A ratio of errors that counts as smaller. */
    private static final double CLEARLY = 0.95;

    private static final List<CodeSize> OWN_SIZES = List.of(CodeSize.BELOW, CodeSize.INTRINSIC, CodeSize.BETWEEN);

    private static final List<Double> TURNS = List.of(0.25, 0.5, 1.0);
    private static final double MOST_TURNS = TURNS.getLast();
    private static final String FLAT = "rows of a linear subspace";
    private static final String BROAD = "normal rows of equal variance in six directions";

    private NetworksPassLinearFloor() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        boolean own = !study.data().generated();
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.3.2",
                        "Non-linear autoencoders reach a lower error than the linear optimum of the same k.",
                        own
                                ? MeasuredOn.of(study.data())
                                : MeasuredOn.generated("generated rows near surfaces of dimension 2 in 10 features"))
                .experiment(
                        "a network of one hidden layer on either side; held-out rows against the exact linear optimum of these"
                                + " rows, with a mean; on generated rows k = 2")
                .ratio("squared error over the least of any linear model; clearly: 5 % less")
                .control("the linear floor may be beaten by any network: on rows of a linear subspace it must not be");
        for (String where : own ? OWN_SIZES.stream().map(CodeSize::label).toList() : curved()) {
            claim.setting(levels(own ? "code size" : "rows", where), Border.below(CLEARLY), runs -> ratio(runs, where));
        }
        if (!own) {
            for (double turns : TURNS) {
                claim.note(
                        "share of the energy beyond two directions, " + curved(turns),
                        runs -> runs.values(beyond(turns)));
            }
            String most = untrained(curved(MOST_TURNS));
            claim.note("untrained, " + curved(MOST_TURNS), runs -> ratio(runs, most));
        }
        return claim.on(MeasuredOn.generated("generated " + FLAT))
                .control(FLAT, levels(), Border.below(CLEARLY), runs -> ratio(runs, FLAT))
                .note(BROAD, runs -> ratio(runs, BROAD))
                .from(setting -> SeedRuns.of(ID, setting, random -> measure(setting, random)));
    }

    private static double[] ratio(SeedRuns runs, String where) {
        return runs.ratios(where, floor(where));
    }

    private static List<String> curved() {
        return TURNS.stream().map(NetworksPassLinearFloor::curved).toList();
    }

    private static String curved(double turns) {
        return "arcs of " + turns + " turns";
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

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        int rows = HELD_OUT + setting.scale().choose(1000, 3000);
        long seed = random.stream("rows").nextLong();
        Map<String, Double> measured = new LinkedHashMap<>();
        StudyData data = setting.data().resplit(random.stream("held out"));
        if (data.generated()) {
            for (double turns : TURNS) {
                Run run = new Run(setting, random, curved(rows, turns, seed));
                run.measure(curved(turns), measured);
                measured.put(beyond(turns), run.floor() / run.energy());
                if (turns == MOST_TURNS) {
                    run.measure(untrained(curved(turns)), run.fit.untrained(), measured);
                }
            }
        } else {
            for (CodeSize size : OWN_SIZES) {
                int k = size.of(data.intrinsicDimension(), data.features());
                new Run(setting, random, data.train(), data.test(), k).measure(size.label(), measured);
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
        private final int codeSize;
        private final AutoencoderFit fit;

        Run(StudySetting setting, RandomStreams random, FloatMatrix rows) {
            this(setting, random, rows.copyRows(HELD_OUT, rows.rows()), rows.copyRows(0, HELD_OUT), DIMENSION);
        }

        Run(StudySetting setting, RandomStreams random, FloatMatrix train, FloatMatrix test, int codeSize) {
            this.setting = setting;
            this.test = test;
            this.codeSize = codeSize;
            AutoencoderConfig config = StudyFits.network(codeSize, 50, 50);
            this.fit = new StudyFits(setting).autoencoder(config, train, random);
        }

        void measure(String name, Map<String, Double> measured) {
            measure(name, fit.model(), measured);
        }

        private void measure(String name, Autoencoder model, Map<String, Double> measured) {
            measured.put(name, HeldOutErrors.perRow(model, test, test, setting.workers()));
            measured.put(NetworksPassLinearFloor.floor(name), floor());
        }

        /** The least error per held-out row of any linear model. */
        double floor() {
            return test.columns()
                    * LinearFloor.perCell(test, Corruption.NONE, codeSize, setting.workers())
                            .orElseThrow();
        }

        /** The mean squared distance of held-out rows to their mean. */
        double energy() {
            return test.columns() * Math.pow(StudyDesign.unit(test), 2);
        }
    }
}
