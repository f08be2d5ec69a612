package io.eckart.task.score;

import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Labels that say which rows are odd. Rows without a label are left out. */
public final class PositiveRows {
    private static final int SHOWN = 5;

    private final Optional<String> positive;
    private final List<@Nullable String> labels = new ArrayList<>();

    /** @param positive the label of odd rows; empty if labels are 0 and 1 */
    public PositiveRows(Optional<String> positive) {
        this.positive = positive.map(String::strip);
    }

    /** Adds the label of the next row, null if it has none. */
    public void add(@Nullable String label) {
        labels.add(label);
    }

    /**
     * The area under the ROC curve of scores.
     *
     * @param scores one for each label; rows whose score is NaN are left out
     * @return in [0, 1]
     * @throws DataException if labels are not 0 and 1 and it was not said which is positive, or if one of the two classes is
     *     empty
     */
    public double areaUnderRoc(double[] scores) {
        int count = 0;
        double[] kept = new double[scores.length];
        boolean[] odd = new boolean[scores.length];
        int positives = 0;
        for (int i = 0; i < scores.length; i++) {
            String label = labels.get(i);
            if (label != null && !Double.isNaN(scores[i])) {
                kept[count] = scores[i];
                odd[count] = isPositive(label);
                positives += odd[count++] ? 1 : 0;
            }
        }
        if (positives == 0 || positives == count) {
            throw new DataException("the area under the ROC curve needs odd and other rows among those with a label: "
                    + positives + " of " + count + " are " + positive.orElse("1") + "; labels are " + shown());
        }
        return Ranking.areaUnderRoc(Arrays.copyOf(kept, count), Arrays.copyOf(odd, count));
    }

    private boolean isPositive(String label) {
        if (positive.isPresent()) {
            return label.strip().equals(positive.get());
        }
        double number = number(label);
        if (number != 0 && number != 1) {
            throw new DataException(
                    "labels are " + shown() + ", not 0 and 1, so it is not known which of them is odd",
                    Remedy.choose(Remedy.Setting.POSITIVE_LABEL, ""));
        }
        return number == 1;
    }

    private static double number(String label) {
        try {
            return Double.parseDouble(label.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private String shown() {
        TreeSet<String> names = new TreeSet<>();
        labels.forEach(label -> {
            if (label != null) {
                names.add("'" + label + "'");
            }
        });
        String all = String.join(", ", names.stream().limit(SHOWN).toList());
        return names.isEmpty() ? "none" : all + (names.size() > SHOWN ? ", …" : "");
    }
}
