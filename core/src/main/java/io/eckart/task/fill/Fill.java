package io.eckart.task.fill;

import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.model.Filler;
import io.eckart.model.fitted.Filling;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Fills the missing cells of a table.
 *
 * <pre>{@code
 * Table filled = Fill.auto(table, FillPlan.DEFAULT, FitOptions.DEFAULT.withScaling(Scaling.STANDARD)).model().fill(table);
 * }</pre>
 */
public final class Fill {
    private static final double NANOSECONDS = 1e9;

    private final Table table;
    private final FitOptions options;
    private final RandomStreams random;
    private final FillPlan plan;
    private final Missingness missingness;
    private final int repetitions;
    private final List<String> leftOut = new ArrayList<>();
    private final List<FillMethod> methods;
    private final boolean blended;
    private final List<JobStep> steps;

    private Fill(Table table, FillPlan plan, FitOptions options) {
        this.random = new RandomStreams(options.seed());
        this.table = sample(table);
        this.options = options;
        this.plan = plan;
        this.missingness = plan.missingnessOrDefault();
        this.repetitions = plan.repetitionsFor(this.table);
        this.methods = plan.methods(this.table, leftOut);
        this.blended = plan.blends(this.table, leftOut);
        this.steps = planned();
    }

    /** The best way, fitted to all rows, and the comparison that chose it. */
    public record Choice(FittedModel<?> model, FillComparison comparison) {}

    /**
     * Compares ways to fill on observed cells that are hidden from them, and fits the best one to all rows. The same seed gives the same
     * choice, whatever the number of threads.
     *
     * @throws DataException if there are fewer than two rows or no observed cells, or a column has no observed cell
     * @throws CancellationException once {@code options.stop()} is true
     */
    public static Choice auto(Table table, FillPlan plan, FitOptions options) {
        Fill fill = of(table, plan, options);
        List<JobStep> steps = new ArrayList<>(fill.steps);
        // Which one is not known yet: between nothing and the most.
        FillMethod dearest = fill.dearest(table);
        steps.add(new JobStep("the best way", dearest.name(), FillCost.seconds(dearest, table) / 2));
        try (JobSteps job = JobSteps.begin("fill", steps, options.listener(), options.stop())) {
            FillComparison comparison = fill.compare(job);
            FillMethod winner = comparison.winner();
            String kind = FillCost.dearest(winner, table).name();
            job.next(new JobStep(winner.name(), kind, FillCost.seconds(winner, table)));
            return job.complete(new Choice(with(table, winner, options), comparison));
        }
    }

    /**
     * Fits a model that fills in a given way. The encoding keeps the ranges of the columns, which filled cells do not leave, and
     * takes constant columns.
     *
     * @throws DataException if the data cannot be read, has no rows, or has a column without an observed cell
     */
    public static FittedModel<?> with(TableSource table, FillMethod method, FitOptions options) {
        return FillerFit.of(table, method, options);
    }

    /**
     * Compares ways to fill on observed cells that are hidden from them, in a random sample of at most 20,000 rows.
     *
     * @throws DataException as {@link #auto}
     * @throws CancellationException once {@code options.stop()} is true
     */
    public static FillComparison compare(Table table, FillPlan plan, FitOptions options) {
        Fill fill = of(table, plan, options);
        try (JobSteps job = JobSteps.begin("fill", fill.steps, options.listener(), options.stop())) {
            return job.complete(fill.compare(job));
        }
    }

    private static Fill of(Table table, FillPlan plan, FitOptions options) {
        if (table.rows() < 2) {
            throw new DataException(
                    Place.of(table.name()),
                    "to compare ways to fill, at least 2 rows are needed, there is " + table.rows(),
                    Remedy.choose(Remedy.Setting.FILL_METHOD, ""));
        }
        return new Fill(table, plan, options);
    }

    /** Every way in every repetition, in the order in which they are tried. */
    private List<JobStep> planned() {
        List<JobStep> all = new ArrayList<>();
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            for (FillMethod method : methods) {
                String what = method.name() + (repetitions == 1 ? "" : ", repetition " + repetition);
                all.add(new JobStep(what, method.name(), FillCost.seconds(plan.compared(method, table), table)));
            }
        }
        return all;
    }

    private FillMethod dearest(Table all) {
        return methods.stream()
                .max(Comparator.comparingDouble(method -> FillCost.seconds(method, all)))
                .orElseThrow();
    }

    private Table sample(Table all) {
        if (all.rows() <= FillPlan.MOST_ROWS) {
            return all;
        }
        SplittableRandom draws = random.stream("rows to compare on");
        int[] chosen = new int[FillPlan.MOST_ROWS];
        int taken = 0;
        for (int i = 0; i < all.rows() && taken < chosen.length; i++) {
            if (draws.nextInt(all.rows() - i) < chosen.length - taken) {
                chosen[taken++] = i;
            }
        }
        return all.select(chosen);
    }

    private FillComparison compare(JobSteps job) {
        double[] units = units();
        List<FillScores> scores =
                methods.stream().map(method -> new FillScores(table, units)).toList();
        FillBlends blends = new FillBlends(blended);
        long cells = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            boolean[] hidden = choose(repetition);
            Table holed = Missingness.hide(table, hidden);
            cells += Missingness.count(hidden);
            blends.start(holed, hidden);
            for (int m = 0; m < methods.size(); m++) {
                job.next();
                judge(plan.compared(methods.get(m), table), holed, hidden, scores.get(m), blends);
            }
        }
        if (cells == 0) {
            throw new DataException(
                    Place.of(table.name()),
                    "there are too few observed cells to hide some for a comparison",
                    Remedy.choose(Remedy.Setting.FILL_METHOD, ""));
        }
        List<FillRanking.Candidate> ways = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            ways.add(new FillRanking.Candidate(methods.get(m), scores.get(m)));
        }
        List<FillComparison.Entry> entries =
                FillRanking.of(ways, blends.best(methods, scores, () -> new FillScores(table, units)));
        return new FillComparison(missingness, repetitions, table.rows(), cells, entries, leftOut);
    }

    private void judge(FillMethod method, Table holed, boolean[] hidden, FillScores scores, FillBlends blends) {
        long started = System.nanoTime();
        FittedModel<?> fitted = FillerFit.of(holed, method, options);
        try (Workers workers = Workers.of(options.threads())) {
            FloatMatrix estimates =
                    ((Filler) fitted.model()).fill(fitted.encoding().encode(holed), workers);
            scores.add(Filling.of(fitted.encoding(), estimates, holed).table(), hidden);
            scores.took((System.nanoTime() - started) / NANOSECONDS);
            blends.add(fitted.encoding(), estimates);
        }
    }

    /** Chooses cells to hide; every column keeps an observed cell. */
    private boolean[] choose(int repetition) {
        boolean[] hidden = missingness.choose(table, random.child("hidden cells", repetition));
        for (int j = 0; j < table.width(); j++) {
            int first = -1;
            boolean any = false;
            for (int i = 0; i < table.rows(); i++) {
                boolean observed = !table.isMissing(i, j);
                first = first < 0 && observed ? i : first;
                any |= observed && !hidden[i * table.width() + j];
            }
            if (!any && first >= 0) {
                hidden[first * table.width() + j] = false;
            }
        }
        return hidden;
    }

    /** The unit of the errors of each column: its range if features are scaled by ranges, else its standard deviation. */
    private double[] units() {
        if (options.scaling() != Scaling.MINMAX) {
            return deviations();
        }
        return Encoding.fitForFilling(table, Scaling.MINMAX).scale();
    }

    private double[] deviations() {
        double[] deviations = new double[table.width()];
        for (int j = 0; j < deviations.length; j++) {
            double mean = 0;
            double squares = 0;
            long count = 0;
            for (int i = 0; i < table.rows(); i++) {
                if (!table.isMissing(i, j)) {
                    double delta = table.cell(i, j) - mean;
                    mean += delta / ++count;
                    squares += delta * (table.cell(i, j) - mean);
                }
            }
            deviations[j] = squares > 0 ? Math.sqrt(squares / count) : 1;
        }
        return deviations;
    }
}
