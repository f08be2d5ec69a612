package io.eckart.study.run;

import io.eckart.numerics.Workers;
import io.eckart.study.Budget;
import io.eckart.study.CentringEffect;
import io.eckart.study.Claim;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Study;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRows;
import io.eckart.study.StudySetting;
import io.eckart.study.analysis.CellSummaries;
import io.eckart.study.analysis.Effects;
import io.eckart.study.analysis.Experiment;
import io.eckart.study.analysis.RunTable;
import io.eckart.study.analysis.SeedCurve;
import io.eckart.study.analysis.SettingErrors;
import io.eckart.study.claim.StudyClaims;
import io.eckart.study.judgement.ClaimTest;
import io.eckart.study.judgement.Judgement;
import io.eckart.study.judgement.Measurements;
import io.eckart.study.trial.Centring;
import io.eckart.study.trial.CurveExperiments;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.TrainingEvent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Runs a study: the designed experiment, what is followed over outer time and depth, then the claims. What an earlier run has left in the
 * folder is taken from there.
 */
public final class StudyRunner {
    private final StudyRows rows;
    private final StudySetting setting;
    private final StudyFolder folder;
    private final StudyDesign design;
    private final BiFunction<Experiment, StudySetting, List<ClaimTest>> tests;

    StudyRunner(
            StudyRows rows,
            StudySetting setting,
            Optional<Path> folder,
            StudyDesign design,
            BiFunction<Experiment, StudySetting, List<ClaimTest>> tests) {
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
     * @throws io.eckart.data.DataException if the folder holds a study with other settings or on other data, or another process is
     *     running one there
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
        try (FolderLock _ = folder.lock();
                JobSteps steps = JobSteps.begin("study", plan(), setting.listener(), () -> false)) {
            Study study = run(steps);
            return study.complete() ? steps.complete(study) : study;
        }
    }

    /** Shares of the time of a quick study on two processors; those of a full one are much the same. */
    private static List<JobStep> plan() {
        return List.of(
                JobStep.of("designed experiment", 40),
                JobStep.of("over outer time and depth", 20),
                JobStep.of("claims", 40),
                JobStep.of("centring", 1));
    }

    private Study run(JobSteps steps) {
        long started = System.nanoTime();
        ResultsFile kept = folder.results();
        CurvesFile keptCurves = folder.curves();
        ClaimsFile keptClaims = folder.claims();
        List<StudyResult> done = kept.open();
        List<SeedCurve> doneCurves = keptCurves.open();
        Map<String, Measurements> doneClaims = keptClaims.open();
        steps.next();
        List<StudyResult> results = new Factorial(setting, design).run(done, kept::append);
        steps.next();
        List<SeedCurve> curves = new CurveExperiments(setting, design).run(doneCurves, keptCurves::append);
        Effects effects = new Effects(results);
        RunTable table = new RunTable(results);
        List<ClaimTest> requested = tests.apply(new Experiment(design, table, effects, curves), setting);
        steps.next();
        List<Claim> claims = claims(requested, doneClaims, keptClaims);
        steps.next();
        List<CentringEffect> centring = new Centring(setting, design).effects();
        int runs = results.size() / Budget.values().length;
        return new Study(
                setting.data().name(),
                rows.sampling(),
                setting.data().train().rows(),
                setting.data().test().rows(),
                design.features(),
                design.intrinsicDimension(),
                MeasuredOn.of(setting.data()),
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
                CellSummaries.of(results),
                SettingErrors.of(table, design),
                effects.shares(),
                effects.contrasts(),
                centring,
                SeedCurve.together(curves),
                claims,
                claims.size() == requested.size(),
                (System.nanoTime() - started) / 1e9);
    }

    /**
     * Claims are judged on the whole experiment only, several at a time, and kept only if the run was not stopped. Each runs
     * on one thread, as their networks are small.
     */
    private List<Claim> claims(List<ClaimTest> requested, Map<String, Measurements> done, ClaimsFile kept) {
        List<ClaimTest> missing = requested.stream()
                .filter(test -> !done.containsKey(test.plan().id()))
                .toList();
        setting.listener().on(new TrainingEvent.PassStarted("claims", missing.size()));
        Map<String, Measurements> measured = new ConcurrentHashMap<>(done);
        InOrder<ClaimsFile.Entry> order = new InOrder<>(kept::append);
        try (Workers one = Workers.of(1)) {
            StudySetting single = setting.silentWith(one);
            setting.workers()
                    .forEach(
                            missing.size(),
                            i -> entry(missing.get(i), single).ifPresent(entry -> {
                                measured.put(entry.id(), entry.measured());
                                setting.ended(() -> order.put(i, entry));
                            }));
        }
        return requested.stream()
                .map(ClaimTest::plan)
                .filter(plan -> measured.containsKey(plan.id()))
                .map(plan -> Judgement.of(plan, Objects.requireNonNull(measured.get(plan.id()))))
                .sorted(Comparator.comparing(claim -> claim.plan().section()))
                .toList();
    }

    private static Optional<ClaimsFile.Entry> entry(ClaimTest test, StudySetting single) {
        if (single.stop().getAsBoolean()) {
            return Optional.empty();
        }
        ClaimsFile.Entry entry = new ClaimsFile.Entry(test.plan(), test.measure(single));
        return single.stop().getAsBoolean() ? Optional.empty() : Optional.of(entry);
    }
}
