package io.eckart.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments));
    }

    @Test
    void namesAndFileAreToldApart() {
        Options options = parse("pca", "rows.npy", "train-small", "--rounds", "3", "growth");
        assertThat(options.disciplines()).containsExactly("pca", "train-small");
        assertThat(options.images()).contains(Path.of("rows.npy"));
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.growth()).isTrue();
    }

    @Test
    void librariesHaveTheirPlace() {
        Options options = parse("--library", "torch", "/bin/python3");
        assertThat(options.libraries()).containsEntry(Library.TORCH, "/bin/python3");
    }

    @Test
    void pageStandsBesideTheNumbers() {
        assertThat(parse("--out", "/a/b.json").page()).isEqualTo(Path.of("/a/b.html"));
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatIllegalArgumentException().isThrownBy(() -> parse("nothing")).withMessageContaining("encode-row");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("a.npy", "b.npy"));
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--rounds", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--rounds")).withMessageContaining("value");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--library", "nobody", "x"));
    }
}
