package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Parameterization;
import io.eckart.study.StudyData;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.LinearMap;
import io.eckart.study.trial.Replicate;
import io.eckart.study.trial.SubspaceDescent;
import io.eckart.training.moments.DescentPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two descents from different starts end in the same map with different factors, unless singular values tie. */
final class UniqueMinimiser {
    private static final String ID = "minimiser-unique";
    /** Relative distances of maps within which they are the same. */
    private static final double SAME = 0.05;
    /** Relative distances of factors above which they differ. */
    private static final double APART = 0.5;

    private static final List<Parameterization> FORMS =
            List.of(Parameterization.FREE, Parameterization.SHARED, Parameterization.UNROLLED_10);
    private static final int TIED_FEATURES = 6;

    private UniqueMinimiser() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.2",
                        "The minimiser is unique as a map BA, and not in its factors.",
                        MeasuredOn.of(study.data()))
                .experiment("two descents on clean rows from different starts, k where the spectrum falls most")
                .measure(
                        "||M1 - M2|| / ||M1|| of the two maps, below 0.05 being the same; of the two B, above 0.5 being different")
                .control(
                        "descents may end alike for another reason than the gap between singular values: on rows whose k-th and"
                                + " next singular values tie, the maps must differ");
        for (Parameterization form : FORMS) {
            claim.setting(
                            "maps, " + form.label(),
                            levels("form", form.label()),
                            Border.below(SAME),
                            runs -> runs.values("map " + form))
                    .setting(
                            "factors, " + form.label(),
                            levels("form", form.label()),
                            Border.above(APART),
                            runs -> runs.values("factors " + form));
        }
        claim.on(MeasuredOn.generated("generated rows whose singular values tie"));
        for (Parameterization form : FORMS) {
            claim.control(
                    "maps where singular values tie, " + form.label(),
                    levels("form", form.label()),
                    Border.below(SAME),
                    runs -> runs.values("tied map " + form));
        }
        return claim.from(setting -> SeedRuns.numbered(ID, setting, (seed, random) -> measure(setting, seed)));
    }

    private static Map<String, Double> measure(StudySetting setting, int seed) {
        Map<String, Double> measured = new LinkedHashMap<>();
        SubspaceDescent own = new SubspaceDescent(setting);
        measure(own, own.replicate(seed), "", measured);
        StudyData tied = tied();
        SubspaceDescent other = new SubspaceDescent(setting.with(tied));
        measure(other, other.replicate(seed).learningFrom(tied.train()), "tied ", measured);
        return measured;
    }

    private static void measure(
            SubspaceDescent descent, Replicate replicate, String prefix, Map<String, Double> measured) {
        for (Parameterization form : FORMS) {
            DescentPath one = end(descent, form, replicate, 1);
            DescentPath other = end(descent, form, replicate, 2);
            double maps = apart(
                    LinearMap.of(one.encoder(), one.decoder()).matrix(),
                    LinearMap.of(other.encoder(), other.decoder()).matrix());
            measured.put(prefix + "map " + form, maps);
            measured.put(prefix + "factors " + form, apart(one.decoder(), other.decoder()));
        }
    }

    private static DescentPath end(SubspaceDescent descent, Parameterization form, Replicate replicate, int start) {
        RandomStreams random = replicate.random().child("start of factors", start);
        return descent.end(form, replicate, random);
    }

    private static double apart(DoubleMatrix one, DoubleMatrix other) {
        return LinearMap.frobenius(LinearMap.minus(one, other)) / LinearMap.frobenius(one);
    }

    /** Rows along the axes, all of one length: every second moment of them in equal parts has equal singular values. */
    private static StudyData tied() {
        FloatMatrix rows = FloatMatrix.zeros(100 * TIED_FEATURES, TIED_FEATURES);
        for (int i = 0; i < rows.rows(); i++) {
            rows.values()[i * TIED_FEATURES + i % TIED_FEATURES] = 1;
        }
        return new StudyData(
                "tied",
                rows,
                rows,
                Optional.empty(),
                Optional.empty(),
                2,
                Collections.nCopies(TIED_FEATURES, 0.0),
                true);
    }
}
