package io.eckart.study.run;

import io.eckart.numerics.Workers;
import io.eckart.study.Budget;
import io.eckart.study.CellSummary;
import io.eckart.study.Claim;
import io.eckart.study.Effects;
import io.eckart.study.Experiment;
import io.eckart.study.FactorAlone;
import io.eckart.study.LeastErrors;
import io.eckart.study.RunTable;
import io.eckart.study.SeedCurve;
import io.eckart.study.Study;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRows;
import io.eckart.study.StudySetting;
import io.eckart.study.claim.ClaimTest;
import io.eckart.study.claim.StudyClaims;
import io.eckart.study.trial.CurveExperiments;
import io.eckart.training.TrainingEvent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a study: the designed experiment, what is followed over budget and depth, then the claims. What an earlier run has left in the
 * folder is taken from there.
 */
public final class StudyRunner {
    private final StudyRows rows;
    private final StudySetting setting;
    private final StudyFolder folder;
    private final StudyDesign design;
    private final Function<Experiment, List<ClaimTest>> tests;

    StudyRunner(
            StudyRows rows,
            StudySetting setting,
            Optional<Path> folder,
            StudyDesign design,
            Function<Experiment, List<ClaimTest>> tests) {
        this.rows = rows;
        this.setting = setting;
        this.design = design;
        this.tests = tests;
        this.folder = new StudyFolder(folder, setting.data(), setting.scale(), setting.random());
    }

    /**
     * Runs a study to its end, or until the setting says stop.
     *
     * @param setting for the data of these rows
     * @param folder where results are kept as they come; made if it is not there
     * @throws io.eckart.data.DataException if the folder holds a study with other settings or on other data
     */
    public static Study run(StudyRows rows, StudySetting setting, Optional<Path> folder) {
        StudyDesign design = StudyDesign.of(setting.data(), setting.scale());
        return new StudyRunner(rows, setting, folder, design, StudyClaims::all).run();
    }

    /**
     * Runs the designed experiment single, with a given design, and judges the claims that read it.
     *
     * @param setting for the data of these rows
     */
    public static Study experiment(StudyRows rows, StudySetting setting, StudyDesign design) {
        return new StudyRunner(rows, setting, Optional.empty(), design, StudyClaims::ofExperiment).run();
    }

    /**
     * Removes what a study has left in a folder, so that the next one starts again; other files stay.
     *
     * @throws io.eckart.data.DataException if a file cannot be removed
     */
    public static void clear(Path folder) {
        StudyFolder.clear(folder);
    }

    /** The files that a study writes into its folder. */
    public static List<Path> files(Path folder) {
        return StudyFolder.files(folder);
    }

    Study run() {
        long started = System.nanoTime();
        Map<Integer, LeastErrors> least = LeastErrors.of(setting.data().test(), design, setting.workers());
        ResultsFile kept = folder.results(least);
        CurvesFile keptCurves = folder.curves();
        ClaimsFile keptClaims = folder.claims();
        List<StudyResult> done = kept.open();
        List<SeedCurve> doneCurves = keptCurves.open();
        Map<String, Claim> doneClaims = keptClaims.open();
        List<StudyResult> results = new Factorial(setting, design).run(done, kept::append);
        List<SeedCurve> curves = new CurveExperiments(setting, design).run(doneCurves, keptCurves::append);
        Effects effects = new Effects(results);
        RunTable table = new RunTable(results);
        List<ClaimTest> requested = tests.apply(new Experiment(design, table, effects, curves));
        List<Claim> claims = claims(requested, doneClaims, keptClaims);
        int runs = results.size() / Budget.values().length;
        return new Study(
                setting.data().name(),
                rows.sampling(),
                setting.data().train().rows(),
                setting.data().test().rows(),
                design.features(),
                design.intrinsicDimension(),
                setting.data().generated(),
                setting.random().seed(),
                setting.scale(),
                design.seeds(),
                design.unit(),
                StudyDesign.NOISE,
                StudyDesign.TEST_NOISE,
                StudyDesign.HIDDEN,
                runs,
                design.runs().size(),
                CellSummary.of(results, least),
                FactorAlone.of(table),
                effects.shares(),
                effects.contrasts(),
                SeedCurve.together(curves),
                claims,
                claims.size() == requested.size(),
                (System.nanoTime() - started) / 1e9);
    }

    /**
     * Claims are judged on the whole experiment only, several at a time, and kept only if the run was not stopped. Each runs
     * on one thread, as their networks are small.
     */
    private List<Claim> claims(List<ClaimTest> requested, Map<String, Claim> done, ClaimsFile kept) {
        List<ClaimTest> missing =
                requested.stream().filter(test -> !done.containsKey(test.id())).toList();
        setting.listener().on(new TrainingEvent.PassStarted("claims", missing.size()));
        InOrder<Claim> order = new InOrder<>(kept::append);
        try (Workers one = Workers.of(1)) {
            StudySetting single = setting.silentWith(one);
            setting.workers().forEach(missing.size(), i -> {
                Optional<Claim> claim = claim(missing.get(i), single);
                claim.ifPresent(judged -> setting.listener().on(new TrainingEvent.RowsSeen(order.put(i, judged))));
            });
        }
        Map<String, Claim> judged = new HashMap<>(done);
        order.all().forEach(claim -> judged.put(claim.id(), claim));
        return requested.stream()
                .map(test -> judged.get(test.id()))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Claim::section))
                .toList();
    }

    private static Optional<Claim> claim(ClaimTest test, StudySetting single) {
        if (single.stop().getAsBoolean()) {
            return Optional.empty();
        }
        Claim claim = test.test(single);
        return single.stop().getAsBoolean() ? Optional.empty() : Optional.of(claim);
    }
}
