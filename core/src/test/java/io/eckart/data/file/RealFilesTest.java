package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.columns;
import static io.eckart.data.file.SampleFiles.real;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Encoding;
import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.data.ImageShape;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import io.eckart.numerics.FloatMatrix;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealFilesTest {

    @Test
    void titanicHasQuotedFieldsAndMissingCells() {
        Table table = Tables.read(real("titanic/titanic.csv.gz"), ReadOptions.DEFAULT.withLabel("Survived"));
        assertThat(columns(table.schema()))
                .isEqualTo("PassengerId:IGNORED Pclass:NUMBER Name:IGNORED Sex:CATEGORY[female, male] Age:NUMBER"
                        + " SibSp:NUMBER Parch:NUMBER Ticket:IGNORED Fare:NUMBER Cabin:IGNORED Embarked:CATEGORY[C, Q, S]"
                        + " Survived:LABEL");
        assertThat(table.rows()).isEqualTo(891);
        // 866 missing cells in all, 687 of them in Cabin, which is text and not stored.
        assertThat(missing(table)).isEqualTo(866 - 687);
        assertThat(table.label(0)).isEqualTo("0");
        assertThat(CsvTablesTest.row(table, 1)).containsExactly(1, 0, 38, 1, 0, 71.2833, 0);
    }

    @Test
    void californiaHousingHasOneCategory() {
        Table table = Tables.read(
                real("california_housing/housing.csv.gz"), ReadOptions.DEFAULT.withLabel("median_house_value"));
        assertThat(table.rows()).isEqualTo(20640);
        assertThat(missing(table)).isEqualTo(207);
        assertThat(table.schema().features().getLast().levels())
                .containsExactly("<1H OCEAN", "INLAND", "ISLAND", "NEAR BAY", "NEAR OCEAN");
        assertThat(table.width()).isEqualTo(9);
    }

    @Test
    void irisAndLetter() {
        Table iris = Tables.read(real("iris/iris.csv.gz"), ReadOptions.DEFAULT.withLabel("label"));
        assertThat(iris.rows()).isEqualTo(150);
        assertThat(CsvTablesTest.row(iris, 0)).containsExactly(5.1, 3.5, 1.4, 0.2);
        Table letter = Tables.read(real("letter/letter.csv.gz"), ReadOptions.DEFAULT);
        assertThat(letter.rows()).isEqualTo(20000);
        assertThat(letter.width()).isEqualTo(17);
        assertThat(letter.schema().features().getLast().levels()).hasSize(26);
    }

    @Test
    void mnistIsReadInChunks() {
        TableSource source = Tables.open(real("mnist/train-images-idx3-ubyte.gz"), ReadOptions.DEFAULT);
        assertThat(source.schema().image()).hasValue(new ImageShape(28, 28, 1));
        assertThat(source.rowCount()).hasValue(60000);
        FeatureSource features = Encoding.fit(source, Scaling.NONE).encode(source);
        assertThat(features.names()).hasSize(784).startsWith("px0_0", "px0_1").endsWith("px27_27");
        int rows = 0;
        double sum = 0;
        try (FeatureCursor cursor = features.open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                rows += chunk.rows();
                for (float value : chunk.values()) {
                    sum += value;
                }
            }
        }
        assertThat(rows).isEqualTo(60000);
        // The mean of MNIST's training pixels, known as 0.1307.
        assertThat(sum / (60000 * 784.0)).isBetween(0.13065, 0.13067);
    }

    @Test
    void mnistLabelsAreNotDivided() {
        TableSource source =
                Tables.open(real("mnist/train-labels-idx1-ubyte.gz"), ReadOptions.DEFAULT.withIgnored(Set.of()));
        Table labels = Tables.read(real("mnist/train-labels-idx1-ubyte.gz"), ReadOptions.DEFAULT);
        assertThat(source.schema().features()).hasSize(1);
        assertThat(new double[] {labels.cell(0, 0), labels.cell(1, 0), labels.cell(2, 0)})
                .containsExactly(5, 0, 4);
    }

    private static int missing(Table table) {
        int count = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.width(); j++) {
                count += table.isMissing(i, j) ? 1 : 0;
            }
        }
        return count;
    }
}
