package io.eckart.numerics.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearAlgebraChoiceTest {
    private static LinearAlgebra missing() {
        throw new IllegalStateException("no OpenBLAS for this platform");
    }

    private static LinearAlgebraChoice choose(String property) {
        return LinearAlgebraChoice.choose(property, OpenBlas::bundled);
    }

    @Test
    void providerWantedIsTheProviderInUse() {
        String wanted = System.getProperty(LinearAlgebra.PROPERTY, "openblas");
        Class<?> expected = wanted.equals("netlib") ? Netlib.class : OpenBlas.class;
        assertThat(LinearAlgebra.get()).isInstanceOf(expected).isSameAs(LinearAlgebra.get());
        assertThat(LinearAlgebra.get().description()).startsWith(wanted.equals("netlib") ? "netlib" : "OpenBLAS");
    }

    @Test
    void withoutAPropertyTheBundledLibraryIsTaken() {
        for (String property : new String[] {null, "", " "}) {
            LinearAlgebraChoice choice = choose(property);
            assertThat(choice.provider()).isInstanceOf(OpenBlas.class);
            assertThat(choice.failure()).isNull();
        }
    }

    @Test
    void withoutAPropertyAMissingLibraryIsReplacedAndTheReasonKept() {
        LinearAlgebraChoice choice = LinearAlgebraChoice.choose(null, LinearAlgebraChoiceTest::missing);
        assertThat(choice.provider()).isInstanceOf(Netlib.class);
        assertThat(choice.failure()).hasMessage("no OpenBLAS for this platform");
    }

    @Test
    void namedProviderIsTaken() {
        assertThat(choose("openblas").provider()).isInstanceOf(OpenBlas.class);
        assertThat(choose("netlib").provider()).isInstanceOf(Netlib.class);
        assertThat(LinearAlgebraChoice.choose("netlib", LinearAlgebraChoiceTest::missing)
                        .failure())
                .isNull();
        assertThat(choose("netlib").provider())
                .satisfies(it -> assertThat(it.description())
                        .matches("netlib 3\\.2\\.0 \\w*BLAS")
                        .doesNotContain("JNI"));
    }

    @Test
    void wantedLibraryThatIsMissingIsAnErrorThatSaysWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LinearAlgebraChoice.choose("openblas", LinearAlgebraChoiceTest::missing))
                .withMessageContaining("-Deckart.blas=openblas cannot be had: no OpenBLAS for this platform")
                .withMessageContaining("Take openblas, netlib, the path");
        assertThatIllegalStateException()
                .isThrownBy(() -> choose("/no/such/libblas.so"))
                .withMessageContaining("-Deckart.blas=/no/such/libblas.so")
                .withMessageContaining("neither a provider's name nor an existing file");
        assertThatIllegalStateException()
                .isThrownBy(() -> choose("a\0b"))
                .withMessageContaining("neither a provider's name nor a path");
    }

    @Test
    void fileWithoutTheFunctionsIsNamed(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "no library");
        assertThatIllegalStateException()
                .isThrownBy(() -> choose(text.toString()))
                .withMessageContaining("does not load");
        BundledLibrary bundled = BundledLibrary.openBlas();
        if (bundled.files().size() > 1) {
            Path runtime =
                    bundled.extract(folder.resolve("eckart").resolve("library")).getFirst();
            assertThatIllegalStateException()
                    .isThrownBy(() -> choose(runtime.toString()))
                    .withMessageContaining("has no function cblas_sgemm");
        }
    }
}
