package io.eckart.data.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class ReadOptionsFixtures {
    private ReadOptionsFixtures() {}

    static ReadOptions missing(String... markers) {
        return new ReadOptions(
                Optional.empty(),
                Optional.empty(),
                Set.of(markers),
                Map.of(),
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
