package io.eckart.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class JsonTest {
    private enum Colour {
        DARK_RED
    }

    private record Inner(double meanError, @Nullable String text) {}

    private record Outer(long rowCount, double value, List<Inner> parts, List<Double> numbers, Colour colour) {}

    @Test
    void aRecordHasItsNamesInSnakeCaseAndInOrder() {
        Outer record = new Outer(3, 0.1, List.of(new Inner(1e-300, null)), List.of(2.0, 1e22), Colour.DARK_RED);
        assertThat(Json.line(Json.record(record)))
                .isEqualTo("{\"row_count\":3,\"value\":0.1,\"parts\":[{\"mean_error\":1.0E-300,\"text\":null}],"
                        + "\"numbers\":[2.0,1.0E22],\"colour\":\"DARK_RED\"}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsNull(double value) {
        Outer record = new Outer(0, value, List.of(new Inner(value, "")), Arrays.asList(1.0, value), Colour.DARK_RED);
        ObjectNode json = Json.record(record);
        assertThat(json.path("value").isNull()).isTrue();
        assertThat(json.at("/parts/0/mean_error").isNull()).isTrue();
        assertThat(json.at("/numbers/1").isNull()).isTrue();
        assertThat(json.at("/numbers/0").doubleValue()).isEqualTo(1);
        Json.number(json, "more", value);
        assertThat(json.path("more").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 0.1, 1.0 / 3, Double.MIN_VALUE, Double.MAX_VALUE, 123456789.25})
    void everyBitOfANumberIsWritten(double value) {
        ObjectNode json = Json.object();
        Json.number(json, "value", value);
        String written = Json.line(json).replaceAll(".*:(.*)}", "$1");
        assertThat(Double.doubleToRawLongBits(Double.parseDouble(written)))
                .isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void textsKeepTheirOrder() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("z", "1");
        settings.put("a", "</script>");
        assertThat(Json.value(settings).toString()).isEqualTo("{\"z\":\"1\",\"a\":\"</script>\"}");
        assertThat(Json.value(List.of("b", "a")).toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(Json.word(Colour.DARK_RED)).isEqualTo("dark_red");
    }

    @Test
    void arraysOfNumbers() {
        assertThat(Json.value(new double[] {1, -2.5}).toString()).isEqualTo("[1.0,-2.5]");
        assertThat(Json.value(new long[] {1, 1L << 60}).toString()).isEqualTo("[1,1152921504606846976]");
    }

    @Test
    void textForPeopleHasTwoBlanksAndLineFeeds() {
        ObjectNode json = Json.object().put("a", 1);
        json.putObject("b").put("c", "d");
        assertThat(Json.text(json)).isEqualTo("{\n  \"a\" : 1,\n  \"b\" : {\n    \"c\" : \"d\"\n  }\n}");
    }
}
