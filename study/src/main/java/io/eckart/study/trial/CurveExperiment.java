package io.eckart.study.trial;

import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Parameterization;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRun;
import io.eckart.study.TrainingCorruption;
import io.eckart.training.moments.DescentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is followed over the whole of a descent, or over depth, for one seed. */
public record CurveExperiment(StudyDesign design, Replicate replicate, int seed) {
    /** The form and size at whose B the depth is looked at. */
    private static final Parameterization DEPTH_FORM = Parameterization.UNROLLED_10;

    private static final List<Integer> DEPTHS = List.of(1, 3, 10, 30, 100, 300, 1000, 3000, 10_000);
    private static final int FIRST_STEPS = 10;
    private static final int PER_DECADE = 8;
    /** Where nothing more happens later. */
    public static final int SHORTER = 3162;

    /** The forms that are followed to the identity, where they have to learn it. */
    public static List<Parameterization> followed() {
        List<Parameterization> forms = new ArrayList<>(List.of(Parameterization.FREE, Parameterization.SHARED));
        forms.addAll(Parameterization.unrolled());
        return List.copyOf(forms);
    }

    private static List<Integer> budgets(int most) {
        TreeSet<Integer> budgets = new TreeSet<>();
        for (int i = 0; Math.pow(10, i / (double) PER_DECADE) * FIRST_STEPS < most * 1.001; i++) {
            budgets.add((int) Math.round(Math.pow(10, i / (double) PER_DECADE) * FIRST_STEPS));
        }
        return List.copyOf(budgets);
    }

    /** How a series is called. */
    public static String series(Parameterization form, TrainingCorruption corruption) {
        return form.label() + (corruption == TrainingCorruption.NONE ? " clean" : " " + corruption.label());
    }

    /** How a series of errors on noisy input is called. */
    public static String series(Parameterization form, double level) {
        return form.label() + " input noise " + level;
    }

    /** Identity distance and, for clean training, errors on noisy input, for k = 2 d. */
    List<SeedCurve> identity(Parameterization form, TrainingCorruption corruption) {
        boolean clean = corruption == TrainingCorruption.NONE;
        List<Integer> budgets = budgets(clean ? design.longSteps() : Math.min(SHORTER, design.longSteps()));
        DescentPath path = path(form, CodeSize.DOUBLE, corruption);
        DoubleMatrix second = testMoment();
        List<Double> levels = new ArrayList<>(StudyDesign.TEST_NOISE);
        levels.addFirst(0.0);
        List<Double> x = new ArrayList<>();
        List<Double> distance = new ArrayList<>();
        List<List<Double>> errors = levels.stream()
                .map(level -> (List<Double>) new ArrayList<Double>())
                .toList();
        for (int budget : budgets) {
            path.advance((int) (budget - path.steps()));
            LinearMap map = LinearMap.of(path.encoder(), path.decoder());
            x.add((double) budget);
            distance.add(path.hasDiverged() ? Double.NaN : map.identityDistance());
            for (int i = 0; i < levels.size(); i++) {
                errors.get(i).add(path.hasDiverged() ? Double.NaN : map.error(second, design.noise(levels.get(i))));
            }
        }
        List<SeedCurve> curves = new ArrayList<>();
        curves.add(new SeedCurve(CurveFigure.IDENTITY, series(form, corruption), seed, x, distance));
        for (int i = 0; clean && i < levels.size(); i++) {
            curves.add(new SeedCurve(CurveFigure.TEST_NOISE, series(form, levels.get(i)), seed, x, errors.get(i)));
        }
        return curves;
    }

    private DoubleMatrix testMoment() {
        try (Workers workers = Workers.of(1)) {
            return Moments.of(replicate.test(), workers)
                    .about(replicate.moments().mean());
        }
    }

    private DescentPath path(Parameterization form, CodeSize size, TrainingCorruption corruption) {
        return new RunTrainer(design, replicate).path(new StudyRun(seed, form, size, corruption));
    }

    /** How far P4 is from the projection of the same B, for one trained B and eta = 1 / s_max^2. */
    List<SeedCurve> depth() {
        DescentPath path = path(DEPTH_FORM, CodeSize.BETWEEN, TrainingCorruption.NONE);
        path.advance(design.steps(Budget.LATE));
        DoubleMatrix decoder = path.decoder();
        double[] values = ThinSvd.of(decoder).singularValues();
        double eta = 1 / (values[0] * values[0]);
        double least = values[values.length - 1];
        LinearMap projection = LinearMap.of(new PinvEncoder(), decoder);
        List<Double> x = new ArrayList<>();
        List<Double> distance = new ArrayList<>();
        List<Double> bound = new ArrayList<>();
        for (int depth : DEPTHS) {
            LinearArchitecture unrolled = new UnrolledEncoder(depth, eta, false);
            x.add((double) depth);
            distance.add(LinearMap.of(unrolled, decoder).distance(projection));
            bound.add(Math.pow(1 - eta * least * least, depth));
        }
        return List.of(
                new SeedCurve(CurveFigure.DEPTH, "measured", seed, x, distance),
                new SeedCurve(CurveFigure.DEPTH, "(1 - eta s_min^2)^T", seed, x, bound));
    }

    /** How far C of P3 is from the inverse of B'B on the way. */
    List<SeedCurve> inverse(CodeSize size) {
        DescentPath path = path(Parameterization.SHARED, size, TrainingCorruption.NONE);
        int k = design.codeSize(size);
        List<Double> x = new ArrayList<>();
        List<Double> distance = new ArrayList<>();
        for (int budget : budgets(Math.min(SHORTER, design.longSteps()))) {
            path.advance((int) (budget - path.steps()));
            DoubleMatrix decoder = path.decoder();
            double[] inner = new double[k * k];
            System.arraycopy(path.parameters(), design.features() * k, inner, 0, inner.length);
            DoubleMatrix product =
                    LinearMap.product(new DoubleMatrix(k, k, inner), LinearMap.product(decoder.transpose(), decoder));
            x.add((double) budget);
            double defect = LinearMap.frobenius(LinearMap.minus(product, DoubleMatrix.identity(k))) / Math.sqrt(k);
            distance.add(path.hasDiverged() ? Double.NaN : defect);
        }
        return List.of(new SeedCurve(CurveFigure.INVERSE, size.label(), seed, x, distance));
    }
}
