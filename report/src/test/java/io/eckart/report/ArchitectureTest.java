package io.eckart.report;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.Reals64;
import io.eckart.report.result.ExplorationPage;
import org.junit.jupiter.api.Test;

/** The rules of reports: they know results and Jackson and nothing else, compute nothing, and keep no hidden state. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.eckart.report");

    @Test
    void thePackagesAreScanned() {
        assertThat(CLASSES.contain(ReportWriter.class)).isTrue();
        assertThat(CLASSES.contain(ExplorationPage.class)).isTrue();
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void reportsStandOnTheCoreAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "tools.jackson..", "io.eckart..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.eckart.cli..")
                .check(CLASSES);
    }

    @Test
    void theVocabularyKnowsNoResult() {
        noClasses()
                .that()
                .resideInAPackage("io.eckart.report")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.eckart.report.result..", "io.eckart.task..", "io.eckart.training..", "io.eckart.model..")
                .check(CLASSES);
    }

    /** The name of the linear algebra provider is asked for, and the sizes of what a model keeps; nothing else. */
    @Test
    void nothingIsComputed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.eckart.numerics..")
                        .and(not(belongToAnyOf(LinearAlgebra.class, FloatMatrix.class, Reals64.class))))
                .check(CLASSES);
    }

    @Test
    void noCirclesBetweenPackages() {
        slices().matching("io.eckart.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void noStaticMutableFields() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }
}
