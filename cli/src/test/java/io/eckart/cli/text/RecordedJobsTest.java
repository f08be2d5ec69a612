package io.eckart.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.training.EpochRecord;
import io.eckart.training.JobStep;
import io.eckart.training.TrainingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The plans and times of real jobs, recorded once on two busy processors and played again by a clock that the test sets, as they were and
 * twice as fast.
 */
class RecordedJobsTest {
    /** Between two looks at the line, in seconds. */
    private static final double LOOK = 0.5;
    /** Below this the line says a few seconds. */
    private static final double FEW = 5;

    /** A line of a recording: seconds, the event, what belongs to it. */
    private record Recorded(double seconds, TrainingEvent event) {}

    /** What was said at a time. */
    private record Estimate(double seconds, double left) {}

    @ParameterizedTest
    @ValueSource(strings = {"label-digits", "fill-horse-colic", "compare-breast-cancer", "explore-housing"})
    void afterTheFirstQuarterWhatIsSaidIsWithinAFactorOfTwo(String name) throws IOException {
        for (double factor : new double[] {0.5, 1}) {
            List<Recorded> events = recording(name, factor);
            double end = events.getLast().seconds();
            double start = events.getFirst().seconds();
            for (Estimate estimate : play(events)) {
                double truth = end - estimate.seconds();
                if (estimate.seconds() - start >= (end - start) / 4 && truth > FEW) {
                    assertThat(estimate.left())
                            .as("%s, %.0f of %.0f s", name, estimate.seconds() - start, end - start)
                            .isBetween(truth / 2, truth * 2);
                }
            }
        }
    }

    private static List<Estimate> play(List<Recorded> events) {
        ProgressView view = new ProgressView(0);
        List<Estimate> said = new ArrayList<>();
        double now = 0;
        for (Recorded recorded : events) {
            for (; now < recorded.seconds(); now += LOOK) {
                double at = now;
                view.left(at).ifPresent(left -> said.add(new Estimate(at, left)));
            }
            view.on(recorded.event(), recorded.seconds());
        }
        return said;
    }

    private static List<Recorded> recording(String name, double factor) throws IOException {
        List<Recorded> events = new ArrayList<>();
        List<JobStep> plan = new ArrayList<>();
        List<String> lines = lines(name);
        int epoch = 0;
        for (int i = 0; i < lines.size(); i++) {
            String[] f = lines.get(i).split("\t", -1);
            double seconds = factor * Double.parseDouble(f[0]);
            switch (f[1]) {
                case "job" -> {
                    plan.clear();
                    for (int step = Integer.parseInt(f[3]); step > 0; step--) {
                        String[] planned = lines.get(++i).split("\t", -1);
                        plan.add(new JobStep(planned[1], planned[1], Double.parseDouble(planned[2])));
                    }
                    events.add(new Recorded(seconds, new TrainingEvent.JobStarted(f[2], plan)));
                }
                case "epoch" -> {
                    int last = Integer.parseInt(f[2]);
                    // The recording has only some of the epochs.
                    for (int e = last > epoch ? epoch + 1 : 1; e <= last; e++) {
                        events.add(new Recorded(seconds, epoch(e, f)));
                    }
                    epoch = last;
                }
                default -> events.add(new Recorded(seconds, event(f)));
            }
            epoch = f[1].equals("epoch") ? epoch : 0;
        }
        return events;
    }

    private static TrainingEvent epoch(int epoch, String[] f) {
        EpochRecord record = new EpochRecord(epoch, 1, 1, 0.1);
        return new TrainingEvent.EpochEnded(record, Math.max(epoch, Integer.parseInt(f[3])), Integer.parseInt(f[4]), 1);
    }

    private static TrainingEvent event(String[] f) {
        return switch (f[1]) {
            case "step" ->
                new TrainingEvent.StepStarted(
                        Integer.parseInt(f[2]), 0, new JobStep(f[3], f[3], Double.parseDouble(f[4])));
            case "end" -> new TrainingEvent.StepEnded(0, 0);
            case "jobend" -> new TrainingEvent.JobEnded("", true);
            case "pass" -> new TrainingEvent.PassStarted(f[2], Long.parseLong(f[3]));
            case "rows" -> new TrainingEvent.RowsSeen(Long.parseLong(f[2]));
            case "run" ->
                new TrainingEvent.RunStarted(Integer.parseInt(f[2]), Integer.parseInt(f[3]), Integer.parseInt(f[4]));
            case "iter" -> new TrainingEvent.IterationEnded(Integer.parseInt(f[2]), 1);
            default -> throw new IllegalArgumentException(String.join(" ", f));
        };
    }

    private static List<String> lines(String name) throws IOException {
        String resource = "recorded/" + name + ".tsv";
        try (InputStream in = RecordedJobsTest.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
