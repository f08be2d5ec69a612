package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Runs each method at several sizes, a process each, one of n, d, k and threads changing at a time. */
final class GrowthStudy {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final int IMAGES = 60_000;
    private static final int PIXELS = 784;

    /** So long a size is run before it is measured: until the JIT is done, a short one would be slower than it is. */
    private static final double WARM_UP_SECONDS = 3;

    /** Each takes a moment, and the best counts. */
    private static final int PEAK_ROUNDS = 30;

    private final Options options;

    GrowthStudy(Options options) {
        this.options = options;
    }

    /** A method with the size about which others are tried, and its expected exponents. */
    private record Plan(String method, int n, int d, int k, int ofN, int ofD, int ofK) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("pca", 120_000, 384, 16, 1, 2, 0),
            new Plan("kmeans", 120_000, 192, 64, 1, 1, 1),
            new Plan("train", 60_000, 384, 96, 1, 1, 1),
            new Plan("encode", 120_000, 384, 96, 1, 1, 1));

    Growth run() {
        List<GrowthPoint> points = new ArrayList<>();
        List<GrowthCurve> curves = new ArrayList<>();
        for (Plan plan : PLANS) {
            curve("n", plan.ofN(), plan, around(plan.n()), points, curves);
            curve("d", plan.ofD(), plan, around(plan.d()), points, curves);
            curve("k", plan.ofK(), plan, around(plan.k()), points, curves);
            if (options.threads() > 1) {
                curve("threads", -1, plan, threads(), points, curves);
            }
        }
        return new Growth(points, curves, limits());
    }

    private static List<Integer> around(int middle) {
        return List.of(middle / 4, middle / 2, middle, 2 * middle);
    }

    /** Powers of two, and all of them. */
    private List<Integer> threads() {
        TreeSet<Integer> counts = new TreeSet<>(List.of(options.threads()));
        for (int t = 1; t < options.threads(); t *= 2) {
            counts.add(t);
        }
        return List.copyOf(counts);
    }

    private void curve(
            String over,
            int expected,
            Plan plan,
            List<Integer> values,
            List<GrowthPoint> to,
            List<GrowthCurve> curves) {
        Terminal.note("  " + plan.method() + " over " + over + " ...");
        List<GrowthPoint> points =
                values.stream().map(value -> point(over, plan, value)).toList();
        to.addAll(points);
        curves.add(GrowthCurve.of(expected, points));
    }

    private GrowthPoint point(String over, Plan plan, int value) {
        Request request = Request.of(
                plan.method(),
                over.equals("n") ? value : plan.n(),
                over.equals("d") ? value : plan.d(),
                over.equals("k") ? value : plan.k());
        int threads = over.equals("threads") ? value : options.threads();
        return new GrowthPoint(plan.method(), over, value, seconds(request, threads), bytes(request, threads) / MEGA);
    }

    private double seconds(Request request, int threads) {
        try (Side side = Side.start("Eckart", SideCommand.growthOfTime(threads), Map.of())) {
            return measure(side, request).median();
        }
    }

    /** The most memory of a process that does it once. */
    private static double bytes(Request request, int threads) {
        try (Side side = Side.start("Eckart", SideCommand.growthOfMemory(threads), Map.of())) {
            side.ask(request);
            return side.ask(Request.of("peak-memory")).check();
        }
    }

    private Measurement measure(Side side, Request request) {
        double warm = 0;
        for (int i = 0; i < options.warmups() || warm < WARM_UP_SECONDS; i++) {
            warm += side.ask(request).seconds();
        }
        Measurement measurement = new Measurement(request.method());
        for (int i = 0; i < options.rounds(); i++) {
            measurement.add(side.ask(request));
        }
        return measurement;
    }

    private List<LimitRow> limits() {
        Terminal.note("  against the limit ...");
        try (Side side = Side.start(
                "Eckart", SideCommand.eckart(SideCommand.LIMIT, Path.of("none"), options.threads()), Map.of())) {
            List<LimitRow> rows = new ArrayList<>();
            double peak = add(rows, side, "measured peak of float32", Request.of("peak"), Double.NaN);
            add(rows, side, "second moments of 60,000 x 784", Request.of("moments", IMAGES, PIXELS), peak);
            for (int k : List.of(32, 256, 1024)) {
                String name = "60,000 x 784 by 784 x " + k;
                add(rows, side, name, Request.of("product", IMAGES, PIXELS, k), peak);
            }
            return rows;
        }
    }

    /** @return the operations in a second */
    private double add(List<LimitRow> rows, Side side, String what, Request request, double peak) {
        Measurement measurement = new Measurement(what);
        List<Double> rates = new ArrayList<>();
        int rounds = Double.isNaN(peak) ? PEAK_ROUNDS : options.rounds();
        for (int i = 0; i < options.warmups() + rounds; i++) {
            Reply reply = side.ask(request);
            if (i >= options.warmups()) {
                measurement.add(reply);
                rates.add(reply.check());
            }
        }
        double operations = rates.getFirst() * measurement.seconds().getFirst();
        double rate = operations / measurement.median();
        // The peak is what was reached once: a round that other work disturbed says nothing of the machine.
        double best = Double.isNaN(peak) ? operations / measurement.least() : rate;
        rows.add(new LimitRow(what, measurement.median(), best / GIGA, Double.isNaN(peak) ? 1 : rate / peak));
        return best;
    }
}
