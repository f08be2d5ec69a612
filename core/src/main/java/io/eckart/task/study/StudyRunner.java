package io.eckart.task.study;

import io.eckart.training.TrainingEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a study: the designed experiment, what is followed over budget and depth, then the claims. What an earlier run has left in the
 * folder is taken from there.
 */
public final class StudyRunner {
    private final StudyRows rows;
    private final StudySetting setting;
    private final StudyFolder folder;
    private final StudyDesign design;

    StudyRunner(StudyRows rows, StudySetting setting, Optional<Path> folder, StudyDesign design) {
        this.rows = rows;
        this.setting = setting;
        this.design = design;
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
        return new StudyRunner(rows, setting, folder, StudyDesign.of(setting.data(), setting.scale())).run();
    }

    /**
     * Removes what a study has left in a folder, so that the next one starts anew; other files stay.
     *
     * @throws io.eckart.data.DataException if a file cannot be removed
     */
    public static void clear(Path folder) {
        StudyFolder.clear(folder);
    }

    Study run() {
        long started = System.nanoTime();
        Map<Integer, LeastErrors> least = LeastErrors.of(setting.data().test(), design, setting.workers());
        StudyFolder.Kept<List<StudyResult>, List<StudyResult>> kept = folder.results(least);
        StudyFolder.Kept<List<SeedCurve>, List<SeedCurve>> keptCurves = folder.curves();
        StudyFolder.Kept<Map<String, Claim>, Claim> keptClaims = folder.claims();
        List<StudyResult> results = new Factorial(setting, design).run(kept.done(), kept.sink());
        List<SeedCurve> curves = new CurveExperiments(setting, design).run(keptCurves.done(), keptCurves.sink());
        Effects effects = new Effects(results);
        RunTable table = new RunTable(results);
        List<ClaimTest> tests = StudyClaims.all(new Experiment(design, table, effects, curves));
        List<Claim> claims = claims(tests, keptClaims);
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
                claims.size() == tests.size(),
                (System.nanoTime() - started) / 1e9);
    }

    /** Claims are judged on the whole experiment only, and kept only if nobody said stop on the way. */
    private List<Claim> claims(List<ClaimTest> tests, StudyFolder.Kept<Map<String, Claim>, Claim> kept) {
        setting.listener().on(new TrainingEvent.PassStarted("claims", tests.size()));
        List<Claim> claims = new ArrayList<>();
        for (ClaimTest test : tests) {
            Claim known = kept.done().get(test.id());
            if (known == null && !setting.stop().getAsBoolean()) {
                Claim claim = test.test(setting);
                if (!setting.stop().getAsBoolean()) {
                    kept.sink().accept(claim);
                    claims.add(claim);
                }
            } else if (known != null) {
                claims.add(known);
            }
            setting.listener().on(new TrainingEvent.RowsSeen(claims.size()));
        }
        return List.copyOf(claims);
    }
}
