package io.eckart.study.trial;

import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Parameterization;
import io.eckart.study.Series;
import io.eckart.study.Start;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRun;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.SeedCurve;
import io.eckart.training.moments.DescentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is followed over the whole of a descent, or over depth, for one seed. */
public record CurveExperiment(StudyDesign design, Replicate replicate, int seed) {
    /** The form at whose B the depth is looked at. */
    private static final Parameterization DEPTH_FORM = Parameterization.UNROLLED_10;

    private static final List<Integer> DEPTHS = List.of(1, 3, 10, 30, 100, 300, 1000, 3000, 10_000);
    private static final int FIRST_STEPS = 10;
    private static final int PER_DECADE = 20;
    /** Where nothing more happens later. */
    public static final int SHORTER = 3162;

    /** The forms that are followed on the way. */
    public static List<Parameterization> followed() {
        List<Parameterization> forms = new ArrayList<>(List.of(Parameterization.FREE, Parameterization.SHARED));
        forms.addAll(Parameterization.unrolled());
        return List.copyOf(forms);
    }

    /** The sizes at which they are followed. */
    public static List<CodeSize> followedSizes() {
        return List.of(CodeSize.BETWEEN, CodeSize.DOUBLE);
    }

    private static List<Integer> budgets(int most) {
        TreeSet<Integer> budgets = new TreeSet<>();
        for (int i = 0; Math.pow(10, i / (double) PER_DECADE) * FIRST_STEPS < most * 1.001; i++) {
            budgets.add((int) Math.round(Math.pow(10, i / (double) PER_DECADE) * FIRST_STEPS));
        }
        budgets.add(most);
        return List.copyOf(budgets);
    }

    private DescentPath path(Series series) {
        return new RunTrainer(design, replicate)
                .path(new StudyRun(seed, series.form(), series.size(), series.corruption(), series.start()));
    }

    /** Identity distance and errors on noisy input over outer time. */
    List<SeedCurve> outerTime(Series series) {
        boolean clean = series.corruption() == TrainingCorruption.NONE;
        boolean wide = series.size() == CodeSize.DOUBLE;
        int most = clean && wide ? design.longSteps() : Math.min(SHORTER, design.longSteps());
        DescentPath path = path(series);
        NoisyErrors errors = new NoisyErrors(design, replicate, design.codeSize(series.size()));
        Recorder recorder = new Recorder(series, seed);
        for (int budget : budgets(most)) {
            path.advance((int) (budget - path.steps()));
            LinearMap map = LinearMap.of(path.encoder(), path.decoder());
            boolean lost = path.hasDiverged();
            recorder.add(CurveFigure.IDENTITY, "", budget, lost ? Double.NaN : map.identityDistance());
            recorder.add(CurveFigure.NOISY, HELD_OUT, budget, lost ? Double.NaN : errors.heldOut(map));
            recorder.add(CurveFigure.NOISY, TRAINED_ON, budget, lost ? Double.NaN : errors.trainedOn(map));
        }
        return recorder.curves();
    }

    /** The variant of errors on rows held out, with noise as in training. */
    public static final String HELD_OUT = "rows held out";

    /** The variant of errors on the rows trained on, with noise as in training: what a stop can be chosen by. */
    public static final String TRAINED_ON = "rows trained on";

    /** The variant of {@link CurveFigure#USED} at a budget, or on the rows trained on. */
    public static String used(Budget budget, boolean trainedOn) {
        return budget.label() + (trainedOn ? ", " + TRAINED_ON : "");
    }

    /** One trained B used with other depths, and its map times a factor instead. */
    List<SeedCurve> depthOfUse(Series series) {
        DescentPath path = path(series);
        NoisyErrors errors = new NoisyErrors(design, replicate, design.codeSize(series.size()));
        UnrolledEncoder trained =
                (UnrolledEncoder) series.form().architecture(design.features(), design.codeSize(series.size()));
        Recorder recorder = new Recorder(series, seed);
        for (Budget budget : Budget.values()) {
            path.advance((int) (design.steps(budget) - path.steps()));
            DoubleMatrix decoder = path.decoder();
            for (int depth : StudyDesign.USED_DEPTHS) {
                LinearMap map = LinearMap.of(new UnrolledEncoder(depth, trained.step(), true), decoder);
                recorder.add(CurveFigure.USED, used(budget, false), depth, errors.heldOut(map));
                recorder.add(CurveFigure.USED, used(budget, true), depth, errors.trainedOn(map));
            }
            LinearMap whole = LinearMap.of(trained, decoder);
            for (int percent = 5; percent <= 100; percent += 5) {
                LinearMap scaled = whole.times(percent / 100.0);
                recorder.add(CurveFigure.SCALED, used(budget, false), percent / 100.0, errors.heldOut(scaled));
                recorder.add(CurveFigure.SCALED, used(budget, true), percent / 100.0, errors.trainedOn(scaled));
            }
        }
        return recorder.curves();
    }

    /** The variant of what is measured in {@link CurveFigure#DEPTH}. */
    public static final String MEASURED = "measured";

    /** How far P4 is from the projection of the same B, for one trained B and eta = 1 / s_max^2. */
    List<SeedCurve> depth() {
        Series series = depthSeries();
        DescentPath path = path(series);
        path.advance(design.steps(Budget.LATE));
        DoubleMatrix decoder = path.decoder();
        double[] values = ThinSvd.of(decoder).singularValues();
        double eta = 1 / (values[0] * values[0]);
        double least = values[values.length - 1];
        LinearMap projection = LinearMap.of(new PinvEncoder(), decoder);
        Recorder recorder = new Recorder(series, seed);
        for (int depth : DEPTHS) {
            LinearArchitecture unrolled = new UnrolledEncoder(depth, eta, false);
            double distance = LinearMap.of(unrolled, decoder).distance(projection);
            recorder.add(CurveFigure.DEPTH, MEASURED, depth, distance);
            recorder.add(CurveFigure.DEPTH, "(1 - eta s_min^2)^T", depth, Math.pow(1 - eta * least * least, depth));
        }
        return recorder.curves();
    }

    /** The series of {@link CurveFigure#DEPTH} but for its variant. */
    public static Series depthSeries() {
        return new Series(DEPTH_FORM, CodeSize.BETWEEN, TrainingCorruption.NONE, Start.LARGE, "");
    }

    /** How far C of P3 is from the inverse on the way, from a small start, where it is not: of B'B below d, of BB' from d on. */
    List<SeedCurve> inverse(CodeSize size) {
        Series series = new Series(Parameterization.SHARED, size, TrainingCorruption.NONE, Start.SMALL, "");
        DescentPath path = path(series);
        int k = design.codeSize(size);
        int side = Math.min(k, design.features());
        Recorder recorder = new Recorder(series, seed);
        for (int budget : budgets(Math.min(SHORTER, design.longSteps()))) {
            path.advance((int) (budget - path.steps()));
            DoubleMatrix decoder = path.decoder();
            double[] inner = new double[side * side];
            System.arraycopy(path.parameters(), design.features() * k, inner, 0, inner.length);
            DoubleMatrix gram = k < design.features()
                    ? LinearMap.product(decoder.transpose(), decoder)
                    : LinearMap.product(decoder, decoder.transpose());
            DoubleMatrix product = LinearMap.product(new DoubleMatrix(side, side, inner), gram);
            double defect =
                    LinearMap.frobenius(LinearMap.minus(product, DoubleMatrix.identity(side))) / Math.sqrt(side);
            recorder.add(CurveFigure.INVERSE, "", budget, path.hasDiverged() ? Double.NaN : defect);
        }
        return recorder.curves();
    }
}
