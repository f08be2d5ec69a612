package io.eckart.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table; what does not apply is null or not finite.
 *
 * @param median seconds
 * @param ratio the peer's median by Eckart's
 * @param leastRatio the same of the least times
 * @param target what the ratio should be, or on Eckart's own line the seconds that it should need
 * @param met whether the target is reached
 * @param fastest whether no other peer is faster
 * @param rate samples in a second
 * @param check what shows which work was done
 * @param differs whether the check is too far from Eckart's
 */
record ReportRow(
        String discipline,
        String task,
        String by,
        double median,
        double least,
        double most,
        List<Double> seconds,
        double ratio,
        double leastRatio,
        double target,
        @Nullable Boolean met,
        boolean fastest,
        double rate,
        String checkName,
        double check,
        boolean differs,
        int iterations) {

    static List<ReportRow> of(Outcome outcome) {
        List<ReportRow> rows = new ArrayList<>();
        double limit = outcome.contest().limit();
        double median = outcome.eckart().median();
        rows.add(row(outcome, outcome.eckart(), Double.NaN, Double.NaN, limit, met(limit, limit >= median)));
        for (int i = 0; i < outcome.peers().size(); i++) {
            Measurement peer = outcome.peers().get(i);
            double target = outcome.contest().rivals().get(i).target();
            double ratio = outcome.ratio(peer);
            rows.add(row(outcome, peer, ratio, outcome.leastRatio(peer), target, met(target, ratio >= target)));
        }
        return rows;
    }

    private static @Nullable Boolean met(double target, boolean reached) {
        return Double.isNaN(target) ? null : reached;
    }

    private static ReportRow row(
            Outcome outcome, Measurement by, double ratio, double leastRatio, double target, @Nullable Boolean met) {
        return new ReportRow(
                outcome.discipline().name(),
                outcome.contest().name(),
                by.method(),
                by.median(),
                by.least(),
                by.most(),
                by.seconds(),
                ratio,
                leastRatio,
                target,
                met,
                outcome.fastestPeer().filter(by::equals).isPresent(),
                outcome.contest().perRow() ? outcome.rows() / by.median() : Double.NaN,
                outcome.discipline().check(),
                by.check(),
                outcome.differs(by),
                by.iterations());
    }

    boolean isEckart() {
        return Double.isNaN(ratio);
    }
}
