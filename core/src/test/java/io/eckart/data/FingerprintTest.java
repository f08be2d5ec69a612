package io.eckart.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.numerics.FloatMatrix;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    /**
     * Python 3: {@code hashlib.sha256(struct.pack('<4f', 1, -2, 0.5, 3) + struct.pack('<2q', 2, 2)).hexdigest()}.
     */
    private static final String KNOWN = "acccab8e76e6fa70e8a6f827c647944d1cef68ca271f0d03a5eda514745bcb6c";

    private static FloatMatrix matrix(int columns, float... values) {
        return new FloatMatrix(values.length / columns, columns, values);
    }

    @Test
    void agreesWithAnIndependentSha256() {
        assertThat(Fingerprint.of(Features.of(matrix(2, 1, -2, 0.5f, 3)))).isEqualTo(KNOWN);
    }

    @Test
    void chunksMakeNoDifference() {
        float[] values = new float[3 * 20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.25f;
        }
        FloatMatrix all = matrix(3, values);
        String whole = Fingerprint.of(Features.of(all));
        for (int size : new int[] {1, 999, 19_999}) {
            Fingerprint.Digest digest = new Fingerprint.Digest(3);
            for (int row = 0; row < all.rows(); row += size) {
                digest.update(all.copyRows(row, Math.min(all.rows(), row + size)));
            }
            assertThat(digest.hex()).as("%d rows a chunk", size).isEqualTo(whole);
        }
    }

    @Test
    void everyNanIsTheSameAndShapesDiffer() {
        float other = Float.intBitsToFloat(0x7fc00001);
        String one = Fingerprint.of(Features.of(matrix(2, 1, Float.NaN)));
        assertThat(Fingerprint.of(Features.of(matrix(2, 1, other)))).isEqualTo(one);
        assertThat(Fingerprint.of(Features.of(matrix(1, 1, Float.NaN)))).isNotEqualTo(one);
        assertThat(Fingerprint.of(Features.of(matrix(2, 1, 0)))).isNotEqualTo(one);
    }

    @Test
    void aWholePassTakesTheFingerprint() {
        Features features = Features.of(matrix(2, 1, -2, 0.5f, 3));
        FingerprintedSource source = new FingerprintedSource(features);
        try (FeatureCursor broken = source.open()) {
            assertThat(broken.next()).isNotNull();
        }
        assertThat(source.fingerprint()).isEmpty();
        assertThat(Features.collect(source).values().values())
                .isEqualTo(features.values().values());
        assertThat(source.fingerprint()).hasValue(KNOWN);
        Features.collect(source);
        assertThat(source.fingerprint()).hasValue(KNOWN);
    }

    @Test
    void otherWidthsAreErrors() {
        assertThatThrownBy(() -> new Fingerprint.Digest(3).update(FloatMatrix.zeros(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 features");
    }
}
