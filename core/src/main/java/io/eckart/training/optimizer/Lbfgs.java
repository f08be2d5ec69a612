package io.eckart.training.optimizer;

/**
 * Limited-memory BFGS (Nocedal and Wright 2006, algorithm 7.5) with a weak Wolfe line search (Lewis and Overton 2013) and the
 * objective's preconditioner as the initial inverse Hessian, updated at every iterate. All arrays are allocated once.
 */
public final class Lbfgs implements Minimizer {
    private static final int MEMORY = 15;
    private static final int MOST_EVALUATIONS = 25;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    /** Differences below this part of the energy are rounding. */
    private static final double ROUNDING = 1e-15;

    private final Objective objective;
    private final double energy;
    private final int n;
    private double[] point;
    private double[] gradient;
    private double[] trial;
    private double[] trialGradient;
    private final double[] direction;
    private final double[] scratch;
    private final double[][] moves = new double[MEMORY][];
    private final double[][] changes = new double[MEMORY][];
    private final double[] inverseProducts = new double[MEMORY];
    private final double[] weights = new double[MEMORY];
    private int stored;
    private int newest = -1;
    private double value;
    private boolean stuck;

    /** @param energy the size of values; differences far below it are rounding */
    public Lbfgs(Objective objective, double[] start, double energy) {
        this.objective = objective;
        this.energy = energy;
        this.n = objective.size();
        this.point = start.clone();
        this.gradient = new double[n];
        this.trial = new double[n];
        this.trialGradient = new double[n];
        this.direction = new double[n];
        this.scratch = new double[n];
        for (int i = 0; i < MEMORY; i++) {
            moves[i] = new double[n];
            changes[i] = new double[n];
        }
        this.value = objective.evaluate(point, gradient);
    }

    @Override
    public double[] point() {
        return point;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public boolean iterate() {
        if (stuck || !Double.isFinite(value)) {
            return false;
        }
        setDirection();
        double slope = dot(direction, gradient);
        if (!(slope < 0)) {
            if (!restart()) {
                return false;
            }
            slope = dot(direction, gradient);
        }
        if (!search(slope) && (!restart() || !search(dot(direction, gradient)))) {
            stuck = true;
            // The state of the objective must be that of the point.
            value = objective.evaluate(point, gradient);
            return false;
        }
        return true;
    }

    /** Forgets the stored pairs; returns whether the preconditioned gradient is a descent direction. */
    private boolean restart() {
        stored = 0;
        newest = -1;
        objective.evaluate(point, gradient);
        setDirection();
        return dot(direction, gradient) < 0;
    }

    private void setDirection() {
        System.arraycopy(gradient, 0, direction, 0, n);
        for (int i = 0; i < stored; i++) {
            int at = Math.floorMod(newest - i, MEMORY);
            weights[at] = inverseProducts[at] * dot(moves[at], direction);
            add(direction, -weights[at], changes[at]);
        }
        objective.precondition(direction);
        scale(direction, stored == 0 ? 1 : scaleOfInverse());
        for (int i = stored - 1; i >= 0; i--) {
            int at = Math.floorMod(newest - i, MEMORY);
            double back = inverseProducts[at] * dot(changes[at], direction);
            add(direction, weights[at] - back, moves[at]);
        }
        scale(direction, -1);
    }

    /** {@code s'y / y' H0 y} of the newest pair. */
    private double scaleOfInverse() {
        System.arraycopy(changes[newest], 0, scratch, 0, n);
        objective.precondition(scratch);
        double scaled = dot(changes[newest], scratch);
        return scaled > 0 ? 1 / (inverseProducts[newest] * scaled) : 1;
    }

    /** Weak Wolfe conditions by bisection; on success the point has moved and the pair is stored. */
    private boolean search(double slope) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double step = stored == 0 ? firstStep() : 1;
        for (int i = 0; i < MOST_EVALUATIONS; i++) {
            for (int j = 0; j < n; j++) {
                trial[j] = point[j] + step * direction[j];
            }
            double reached = objective.evaluate(trial, trialGradient);
            if (!(reached <= value + SUFFICIENT_DECREASE * step * slope + ROUNDING * energy)) {
                high = step;
                step = Double.isFinite(reached)
                        ? low + Math.clamp(minimum(slope, reached, step - low), 0.1, 0.5) * (high - low)
                        : low + 0.3 * (high - low);
            } else if (dot(trialGradient, direction) < CURVATURE * slope && i < MOST_EVALUATIONS - 1) {
                low = step;
                step = Double.isInfinite(high) ? 2.5 * step : (low + high) / 2;
            } else {
                accept(reached);
                return true;
            }
        }
        return false;
    }

    /** The minimum of the parabola through value, slope and end value along the bracket. */
    private double minimum(double slope, double reached, double width) {
        double excess = reached - value - slope * width;
        return excess > 0 ? -slope * width / (2 * excess) : 0.5;
    }

    private double firstStep() {
        double size = Math.sqrt(dot(point, point));
        double length = Math.sqrt(dot(direction, direction));
        return length > 0 ? Math.min(1, Math.max(0.1, size) / length) : 1;
    }

    private void accept(double reached) {
        double product = 0;
        double moved = 0;
        double changed = 0;
        for (int j = 0; j < n; j++) {
            double move = trial[j] - point[j];
            double change = trialGradient[j] - gradient[j];
            product += move * change;
            moved += move * move;
            changed += change * change;
        }
        if (product > 1e-12 * Math.sqrt(moved * changed)) {
            newest = Math.floorMod(newest + 1, MEMORY);
            stored = Math.min(MEMORY, stored + 1);
            inverseProducts[newest] = 1 / product;
            setDifference(moves[newest], trial, point);
            setDifference(changes[newest], trialGradient, gradient);
        }
        double[] old = point;
        point = trial;
        trial = old;
        double[] oldGradient = gradient;
        gradient = trialGradient;
        trialGradient = oldGradient;
        value = reached;
    }

    private static void setDifference(double[] to, double[] a, double[] b) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] - b[i];
        }
    }

    /** Four sums at once, because each addition waits for the one before. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = a.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (int i = whole; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void add(double[] to, double alpha, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += alpha * values[i];
        }
    }

    private static void scale(double[] values, double alpha) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= alpha;
        }
    }
}
