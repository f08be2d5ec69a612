package io.eckart.task.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Column;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.Pca;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.KMeansConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnSpreadsTest {
    private static final int ROWS = 200;
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(1);

    private static Table table(double... deviations) {
        SplittableRandom random = new SplittableRandom(6);
        double[] cells = new double[ROWS * deviations.length];
        Arrays.setAll(cells, i -> 3 + deviations[i % deviations.length] * random.nextGaussian());
        List<Column> columns = IntStream.range(0, deviations.length)
                .mapToObj(j -> Column.number("c" + j))
                .toList();
        return new Table("rows", Schema.of(columns), ROWS, cells, null);
    }

    @Test
    void everyFitNamesTheColumnsThatHardlyCount() {
        Table table = table(1, 500, 40, 2);
        List<Note> notes = Fit.pca(table, PcaConfig.components(2), OPTIONS).notes();
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.SPREAD);
            assertThat(note.notable()).isTrue();
            assertThat(note.count()).isEqualTo(2);
            assertThat(note.text()).contains("'c1' (", "'c0' (", "'c3' (").doesNotContain("'c2'");
            assertThat(note.remedies()).containsExactly(Remedy.choose(Remedy.Setting.SCALING, "standard"));
        });
        assertThat(Fit.kMeans(table, KMeansConfig.clusters(2), OPTIONS).notes()).isEqualTo(notes);
        FittedAutoencoder network = Fit.autoencoder(table, AutoencoderConfig.network(1), OPTIONS);
        assertThat(network.fitted().notes()).isEqualTo(notes);
        assertThat(network.with("any", "text").model().provenance().findings())
                .containsEntry("column_spreads", notes.getFirst().toString())
                .containsEntry("any", "text");
    }

    @ParameterizedTest
    @EnumSource(
            value = Scaling.class,
            names = {"STANDARD", "MINMAX"})
    void scaledColumnsAllCount(Scaling scaling) {
        assertThat(Fit.pca(table(1, 500), PcaConfig.keepingEnergy(0.9), OPTIONS.withScaling(scaling))
                        .notes())
                .isEmpty();
    }

    @Test
    void aHundredfoldIsTheBorder() {
        assertThat(Fit.pca(table(1, 80), PcaConfig.components(1), OPTIONS).notes())
                .isEmpty();
        assertThat(Fit.pca(table(1, 130), PcaConfig.components(1), OPTIONS).notes())
                .hasSize(1);
    }

    /** As pixels of a corner: in the unit of the others, and seldom away from zero. */
    @Test
    void columnsThatAreSeldomAwayFromZeroAreNotMeant() {
        double[] cells = new double[2 * 4000];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 4000; i++) {
            cells[2 * i] = random.nextInt(17);
            cells[2 * i + 1] = i == 5 ? 2 : 0;
        }
        Table table =
                new Table("pixels", Schema.of(List.of(Column.number("a"), Column.number("b"))), 4000, cells, null);
        assertThat(Fit.pca(table, PcaConfig.components(1), OPTIONS).notes()).isEmpty();
    }

    @Test
    void automaticCodeSizeSaysThatOneColumnDecides() {
        Fitted<Pca, PcaFit> one = Fit.pca(table(1, 500, 4, 2), PcaConfig.keepingEnergy(0.95), OPTIONS);
        assertThat(one.run().model().codeSize()).isEqualTo(1);
        assertThat(one.model().provenance().findings().get(Fit.CODE_SIZE_CHOICE))
                .matches("decided by one column: 'c1' has 99\\.\\d+ % of the energy");
        Fitted<?, ?> two = Fit.pca(table(1, 500, 400, 2), PcaConfig.keepingEnergy(0.95), OPTIONS);
        assertThat(two.model().provenance().findings().get(Fit.CODE_SIZE_CHOICE))
                .startsWith("decided by 2 columns: 'c1', 'c2' have 99.");
        Fitted<?, ?> given = Fit.pca(table(1, 500, 4, 2), PcaConfig.components(1), OPTIONS);
        assertThat(given.model().provenance().findings()).doesNotContainKey(Fit.CODE_SIZE_CHOICE);
        Fitted<?, ?> alike = Fit.pca(table(1, 5, 4, 2), PcaConfig.keepingEnergy(0.5), OPTIONS);
        assertThat(alike.model().provenance().findings()).doesNotContainKey(Fit.CODE_SIZE_CHOICE);
    }
}
