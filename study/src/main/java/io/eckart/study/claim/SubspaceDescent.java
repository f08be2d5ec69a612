package io.eckart.study.claim;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.study.Budget;
import io.eckart.study.Parameterization;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.Replicate;
import io.eckart.training.moments.DescentPath;

/**
 * Gradient descent on clean rows at the code size where the spectrum falls most, so that the principal subspace is well
 * determined.
 */
final class SubspaceDescent {
    private static final int LONGER = 4;

    private final StudySetting setting;
    private final StudyDesign design;

    SubspaceDescent(StudySetting setting) {
        this.setting = setting;
        this.design = StudyDesign.of(setting.data(), setting.scale());
    }

    int seeds() {
        return setting.scale().seeds();
    }

    Replicate replicate(int seed) {
        return Replicate.of(setting.data(), design, setting.random(), seed);
    }

    /** Steps of each descent. */
    int steps() {
        return LONGER * design.steps(Budget.LATE);
    }

    /** The k of at most d/2 at which lambda_k / lambda_(k+1) is largest. */
    int codeSize(Replicate replicate) {
        double[] values = SymmetricEigen.of(replicate.moments().covariance()).values();
        int best = 1;
        for (int k = 1; k <= values.length / 2; k++) {
            best = ratio(values, k) > ratio(values, best) ? k : best;
        }
        return best;
    }

    private static double ratio(double[] values, int k) {
        return values[k - 1] / Math.max(values[k], Double.MIN_NORMAL);
    }

    /** The end of a descent. */
    DescentPath end(Parameterization form, Replicate replicate, RandomStreams start) {
        int k = codeSize(replicate);
        LinearArchitecture architecture = (LinearArchitecture) form.architecture(design.features(), k);
        DescentPath path =
                new DescentPath(architecture, k, replicate.moments(), CorruptionTasks.NONE, StudyDesign.RATE, start);
        path.advance(steps());
        return path;
    }
}
