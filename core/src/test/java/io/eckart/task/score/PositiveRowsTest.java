package io.eckart.task.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositiveRowsTest {

    private static PositiveRows labelled(@Nullable String positive, @Nullable String... labels) {
        PositiveRows rows = new PositiveRows(Optional.ofNullable(positive));
        for (String label : labels) {
            rows.add(label);
        }
        return rows;
    }

    @Test
    void rowsWithoutALabelOrAScoreAreSetAside() {
        PositiveRows rows = labelled(null, "1", "0", null, "0", " 1 ", "0.0", "1");
        // Scores 3 and 4 are positive; of 1, 2 and 5 two pairs of six are in the wrong order.
        double[] scores = {3, 1, 100, 2, 4, 5, Double.NaN};
        assertThat(rows.areaUnderRoc(scores)).isEqualTo(4 / 6.0);
    }

    @Test
    void thePositiveLabelMayBeAnyWord() {
        assertThat(labelled(" bad ", "good", "bad ", "good").areaUnderRoc(new double[] {1, 2, 3}))
                .isEqualTo(0.5);
    }

    @Test
    void bothClassesAreNeeded() {
        for (String label : new String[] {"0", "1"}) {
            assertThatThrownBy(() -> labelled(null, label, label, null).areaUnderRoc(new double[] {1, 2, 3}))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining((label.equals("1") ? 2 : 0) + " of 2 are 1")
                    .hasMessageContaining("labels are '" + label + "'");
        }
        assertThatThrownBy(() -> labelled("bad").areaUnderRoc(new double[0]))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("0 of 0 are bad")
                .hasMessageContaining("labels are none");
    }

    @Test
    void otherLabelsThanZeroAndOneNeedAWord() {
        double[] five = {1, 2, 3, 4, 5};
        assertThatThrownBy(() -> labelled(null, "e", "d", "c", "b", "a").areaUnderRoc(five))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("labels are 'a', 'b', 'c', 'd', 'e', not 0 and 1");
        double[] six = {1, 2, 3, 4, 5, 6};
        assertThatThrownBy(() -> labelled(null, "f", "e", "d", "c", "b", "a").areaUnderRoc(six))
                .hasMessageContaining("labels are 'a', 'b', 'c', 'd', 'e', …, not 0 and 1");
        assertThatThrownBy(() -> labelled(null, "1", "0", "2").areaUnderRoc(new double[] {1, 2, 3}))
                .isInstanceOf(DataException.class);
    }
}
