package io.eckart.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DataExceptionTest {
    private static final Remedy LEAVE_OUT = Remedy.leaveOut("ash");
    private static final Remedy BY_HAND = Remedy.byHand("fix the cell");

    @Test
    void theMessageHasPlaceProblemAndRemedies() {
        Place place = Place.of("wine.csv").row(3).column("ash");
        DataException bad =
                new DataException(place, "'x' is not a number", BY_HAND, Remedy.declareMissing("", "x"), LEAVE_OUT);
        assertThat(bad)
                .hasMessage(
                        "wine.csv: row 3, column 'ash': 'x' is not a number; fix the cell, declare 'x' to be a missing"
                                + " cell, or leave out column 'ash'");
        assertThat(bad.problem()).isEqualTo("'x' is not a number");
        assertThat(bad.remedies()).containsExactly(BY_HAND, Remedy.declareMissing("", "x"), LEAVE_OUT);
        assertThat(bad.place().row()).hasValue(3);
        assertThat(bad.place().column()).contains("ash");
    }

    @Test
    void theDataIsNamedOnceAndNotReplaced() {
        DataException bare = new DataException("there are no rows", LEAVE_OUT);
        assertThat(bare).hasMessage("there are no rows; leave out column 'ash'");
        DataException named = bare.in("a.csv");
        assertThat(named).hasMessage("a.csv: there are no rows; leave out column 'ash'");
        assertThat(named.in("b.csv")).isSameAs(named);
        DataException inner = new DataException(Place.UNKNOWN.column("ash"), "is constant").in("a.csv");
        assertThat(inner).hasMessage("a.csv: column 'ash': is constant");
    }

    @Test
    void twoRemediesAreAlternatives() {
        Remedy scaling = Remedy.choose(Remedy.Setting.SCALING, "none");
        assertThat(Remedy.sentence("constant", List.of(LEAVE_OUT, scaling), Remedy::words))
                .isEqualTo("constant; leave out column 'ash' or set the scaling to none");
        assertThat(Remedy.sentence("constant", List.of(), Remedy::words)).isEqualTo("constant");
    }

    @Test
    void whatTwoRemediesHaveInCommonIsSaidOnce() {
        Function<Remedy, String> words = remedy -> "give the type with " + remedy;
        assertThat(Remedy.sentence("a code", List.of(LEAVE_OUT, BY_HAND), words))
                .isEqualTo("a code; give the type with " + LEAVE_OUT + " or " + BY_HAND);
    }

    @Test
    void itSurvivesSerialization() throws IOException, ClassNotFoundException {
        DataException bad = new DataException(Place.of("a.csv").row(2), "is odd", LEAVE_OUT, new Remedy.Replace());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(bad);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            DataException read = (DataException) in.readObject();
            assertThat(read.remedies()).isEqualTo(bad.remedies());
            assertThat(read).hasMessage(bad.getMessage());
            assertThat(read.place()).hasToString("a.csv: row 2");
        }
    }
}
