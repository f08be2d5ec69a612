package io.eckart.study.trial;

import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.study.Budget;
import io.eckart.study.Parameterization;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.training.moments.DescentPath;

/**
 * Gradient descent on clean rows at the code size where the spectrum falls most, so that the principal subspace is well
 * determined.
 */
public final class SubspaceDescent {
    private static final int LONGER = 4;
    private static final int LEAST = 2;

    private final StudySetting setting;
    private final StudyDesign design;

    public SubspaceDescent(StudySetting setting) {
        this.setting = setting;
        this.design = StudyDesign.of(setting.data(), setting.scale());
    }

    public Replicate replicate(int seed) {
        return Replicate.of(setting.data(), design, setting.random(), seed);
    }

    /** Steps of each descent. */
    public int steps() {
        return LONGER * design.steps(Budget.LATE);
    }

    /** The k from 2 to d/2 at which lambda_k / lambda_(k+1) is largest; the factors of one direction can differ in their sign alone. */
    public int codeSize(Replicate replicate) {
        double[] values = SymmetricEigen.of(replicate.moments().secondMoment()).values();
        int best = LEAST;
        for (int k = LEAST; k <= values.length / 2; k++) {
            best = ratio(values, k) > ratio(values, best) ? k : best;
        }
        return best;
    }

    private static double ratio(double[] values, int k) {
        return values[k - 1] / Math.max(values[k], Double.MIN_NORMAL);
    }

    /** A descent from a large start. */
    public DescentPath start(Parameterization form, Replicate replicate, RandomStreams start) {
        return new RunTrainer(design, replicate).path(form, codeSize(replicate), start);
    }

    /** The end of a descent. */
    public DescentPath end(Parameterization form, Replicate replicate, RandomStreams start) {
        DescentPath path = start(form, replicate, start);
        path.advance(steps());
        return path;
    }
}
