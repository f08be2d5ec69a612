package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.corruption.Corruption;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.statistics.Moments;
import io.eckart.study.Border;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.Floors;
import io.eckart.study.trial.Replicate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** With noise or masks in the input, the identity is not the best linear map, however large the code: exact optima, nothing trained. */
final class OptimumClaims {
    /** A ratio of errors that counts as smaller. */
    private static final double CLEARLY = 0.95;

    private static final List<Double> HIDDEN = List.of(0.1, 0.2, 0.5);
    private static final String APART = "independent features";

    private OptimumClaims() {}

    static PlannedClaim<SeedRuns> noise(StudySetting study) {
        String id = "noise-identity-not-optimal";
        PlannedClaim.Builder<SeedRuns> claim = claim(
                        id,
                        "15.5.1",
                        "With noise in the input the identity is no longer optimal, also for k at least d.",
                        study)
                .control("none: it follows for any rows, as noise is not signal; by how much is what is measured");
        for (double level : StudyDesign.TEST_NOISE) {
            claim.setting(
                    levels("noise", String.valueOf(level)),
                    Border.below(CLEARLY),
                    runs -> runs.values("noise " + level));
        }
        return claim.from(setting -> SeedRuns.numbered(id, setting, (seed, random) -> measure(setting, seed)));
    }

    static PlannedClaim<SeedRuns> masks(StudySetting study) {
        String id = "masks-identity-not-optimal";
        PlannedClaim.Builder<SeedRuns> claim = claim(
                        id,
                        "15.5.2",
                        "With masks in the input the identity is no longer optimal, also for k at least d.",
                        study)
                .control(
                        "masks alone may do it: of independent features, whose cells say nothing of each other, the identity must"
                                + " stay optimal");
        for (double hidden : HIDDEN) {
            claim.setting(
                            levels("hidden", String.valueOf(hidden)),
                            Border.below(CLEARLY),
                            runs -> runs.values("masks " + hidden))
                    .control(
                            APART + ", hidden " + hidden,
                            levels("hidden", String.valueOf(hidden)),
                            Border.below(CLEARLY),
                            runs -> runs.values(APART + " " + hidden));
        }
        return claim.from(setting -> SeedRuns.numbered(id, setting, (seed, random) -> measure(setting, seed)));
    }

    private static PlannedClaim.Builder<SeedRuns> claim(
            String id, String section, String sentence, StudySetting study) {
        return new PlannedClaim.Builder<SeedRuns>(id, section, sentence, MeasuredOn.of(study.data()))
                .experiment("exact second moments, k = d, hidden cells fed in as zeros; nothing is trained")
                .ratio("least error of any linear map over the error of the identity on the same input");
    }

    private static Map<String, Double> measure(StudySetting setting, int seed) {
        StudyDesign design = StudyDesign.of(setting.data(), setting.scale());
        Moments moments =
                Replicate.of(setting.data(), design, setting.random(), seed).moments();
        Moments apart = apart(moments);
        double energy = moments.secondMoment().trace() / moments.columns();
        Map<String, Double> measured = new LinkedHashMap<>();
        for (double level : StudyDesign.TEST_NOISE) {
            double noise = design.noise(level);
            measured.put("noise " + level, floor(moments, Corruption.gaussian(noise)) / (noise * noise));
        }
        for (double hidden : HIDDEN) {
            measured.put("masks " + hidden, floor(moments, Corruption.mask(hidden)) / (hidden * energy));
            measured.put(APART + " " + hidden, floor(apart, Corruption.mask(hidden)) / (hidden * energy));
        }
        return measured;
    }

    private static double floor(Moments moments, Corruption corruption) {
        return Floors.perCell(moments, corruption, moments.columns());
    }

    /** Rows of the same second moments of each feature, and none between features. */
    private static Moments apart(Moments moments) {
        int d = moments.columns();
        DoubleMatrix second = moments.secondMoment();
        DoubleMatrix products = DoubleMatrix.zeros(d, d);
        for (int j = 0; j < d; j++) {
            products.values()[j * (d + 1)] = second.get(j, j) * moments.count();
        }
        return new Moments(moments.count(), new double[d], new double[d], products);
    }
}
