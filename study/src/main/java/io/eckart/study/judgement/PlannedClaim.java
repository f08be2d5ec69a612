package io.eckart.study.judgement;

import io.eckart.study.Border;
import io.eckart.study.ClaimPlan;
import io.eckart.study.ClaimSetting;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudySetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A claim whose numbers are read off one experiment.
 *
 * @param <S> what the experiment gives
 * @param readers by the names of settings, controls and notes: one value of each seed
 * @param source runs the experiment
 */
public record PlannedClaim<S>(
        ClaimPlan plan,
        Map<String, Function<S, double[]>> readers,
        Map<String, Function<S, double[]>> notes,
        Function<StudySetting, S> source)
        implements ClaimTest {

    @Override
    public Measurements measure(StudySetting setting) {
        return read(source.apply(setting));
    }

    /** What the experiment says of the claim. */
    public Measurements read(S found) {
        return new Measurements(read(readers, found), read(notes, found));
    }

    private static <S> Map<String, List<Double>> read(Map<String, Function<S, double[]>> readers, S found) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        readers.forEach((name, reader) ->
                values.put(name, Arrays.stream(reader.apply(found)).boxed().toList()));
        return values;
    }

    /** Puts a claim together. All texts and at least one setting are needed. */
    public static final class Builder<S> {
        private final String id;
        private final String section;
        private final String sentence;
        private String experiment = "";
        private String measure = "";
        private boolean ratio;
        private String control = "none: no other reason is known";
        private MeasuredOn rows;
        private final List<ClaimSetting> settings = new ArrayList<>();
        private final List<ClaimSetting> controls = new ArrayList<>();
        private final Map<String, Function<S, double[]>> readers = new LinkedHashMap<>();
        private final Map<String, Function<S, double[]>> notes = new LinkedHashMap<>();

        /** @param rows what settings, controls and notes are measured on unless they say otherwise */
        public Builder(String id, String section, String sentence, MeasuredOn rows) {
            this.id = id;
            this.section = section;
            this.sentence = sentence;
            this.rows = rows;
        }

        public Builder<S> experiment(String text) {
            experiment = text;
            return this;
        }

        /** What the numbers are. */
        public Builder<S> measure(String text) {
            measure = text;
            return this;
        }

        /** What the numbers are: ratios, judged as logarithms. */
        public Builder<S> ratio(String text) {
            ratio = true;
            return measure(text);
        }

        public Builder<S> control(String text) {
            control = text;
            return this;
        }

        /** What follows is measured on other rows. */
        public Builder<S> on(MeasuredOn others) {
            rows = others;
            return this;
        }

        /** A setting with a name made of its levels. */
        public Builder<S> setting(Map<String, String> levels, Border border, Function<S, double[]> reader) {
            return setting(ClaimSetting.of(levels, border, rows), reader);
        }

        public Builder<S> setting(
                String name, Map<String, String> levels, Border border, Function<S, double[]> reader) {
            return setting(new ClaimSetting(name, levels, border, rows), reader);
        }

        private Builder<S> setting(ClaimSetting setting, Function<S, double[]> reader) {
            settings.add(setting);
            readers.put(setting.name(), reader);
            return this;
        }

        /** A control, which covers the settings that have these levels: the effect must be absent. */
        public Builder<S> control(
                String name, Map<String, String> levels, Border border, Function<S, double[]> reader) {
            controls.add(new ClaimSetting(name, levels, border, rows));
            readers.put(name, reader);
            return this;
        }

        /** Reported and not judged. */
        public Builder<S> note(String name, Function<S, double[]> reader) {
            notes.put(name, reader);
            return this;
        }

        public PlannedClaim<S> from(Function<StudySetting, S> source) {
            ClaimPlan plan =
                    new ClaimPlan(id, section, sentence, experiment, measure, ratio, control, settings, controls);
            return new PlannedClaim<>(plan, readers, notes, source);
        }
    }

    /** The levels of one factor or more, in this order: factor, level, factor, level, ... */
    public static Map<String, String> levels(String... pairs) {
        Map<String, String> levels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            levels.put(pairs[i], pairs[i + 1]);
        }
        return levels;
    }
}
