package io.eckart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the core: one direction of packages, no circles, no printing, no hidden state, no unseeded randomness. */
class ArchitectureTest {
    /** Each may use those before it, its own sub-packages and itself. */
    private static final List<String> DIRECTION = List.of("numerics", "data", "network", "model", "training", "task");

    /** Accessors whose array belongs to the caller: matrices wrap one, and the library keeps no input or result of a job. */
    private static final Set<String> ARRAYS_OF_THE_CALLER = Set.of(
            "numerics.DoubleMatrix.values",
            "numerics.FloatMatrix.values",
            "numerics.Neighbours.indices",
            "numerics.Neighbours.squaredDistances",
            "numerics.SparseMatrix.indices",
            "numerics.SparseMatrix.starts",
            "numerics.SparseMatrix.values",
            "data.Targets$Classes.of",
            "data.Targets$Values.of",
            "data.sampling.Split.test",
            "data.sampling.Split.train",
            "data.synthetic.GaussianClusters$Sample.clusters",
            "model.fitted.Filling.filled",
            "model.fitted.Filling.probabilities",
            "training.AutoencoderFit.heldOutRows",
            "training.ColumnMeans.means",
            "training.CorruptedRows.origin",
            "training.HeldOut.rows",
            "training.KMeansFit.labels",
            "training.KMeansFit.sizes",
            "training.PcaFit.spectrum",
            "training.TrainingRun.parameters",
            "task.Evaluation.featureErrors",
            "task.RowScores.mahalanobis",
            "task.RowScores.norms",
            "task.RowScores.sums",
            "task.Scores.errors",
            "task.Scores.errorsPerCell",
            "task.fit.Diagnostics.anglesToPca",
            "task.fit.Diagnostics.decoderSingularValues",
            "task.fit.Diagnostics.filterFactors",
            "task.label.Estimates$Values.values",
            "task.label.Labelled.rows");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.eckart");

    @Test
    void everyPackageIsScanned() {
        List<String> scanned =
                CLASSES.stream().map(JavaClass::getPackageName).distinct().toList();
        assertThat(scanned).containsAll(SourceTree.CORE.packages());
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName))
                .contains("LinearAlgebra", "RandomStreams", "Table", "Encoding", "Tables", "LowRank");
    }

    @Test
    void everyPackageHasItsPlaceInTheDirection() {
        String places = "io\\.eckart\\.(" + String.join("|", DIRECTION) + ")(\\..*)?";
        assertThat(SourceTree.CORE.packages())
                .allSatisfy(name -> assertThat(name).matches(places));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numerics", "data", "network", "model", "training"})
    void packagesPointOneWay(String name) {
        List<String> later = new ArrayList<>();
        for (String other : DIRECTION.subList(DIRECTION.indexOf(name) + 1, DIRECTION.size())) {
            later.add("io.eckart." + other + "..");
        }
        noClasses()
                .that()
                .resideInAPackage("io.eckart." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later.toArray(String[]::new))
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
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void nothingEndsTheProcess() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .check(CLASSES);
    }

    @Test
    void noStaticMutableFields() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void randomnessHasASeed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .check(CLASSES);
    }

    @Test
    void nothingSpeaksOfCommandLineOptions() {
        Pattern comment = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
        Pattern literal = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
        Pattern word = Pattern.compile("--[a-z]");
        for (SourceTree module : SourceTree.LIBRARY) {
            assertThat(module.files()).isNotEmpty().allSatisfy(file -> {
                String code = comment.matcher(SourceTree.read(file)).replaceAll("");
                assertThat(literal.matcher(code).results().map(MatchResult::group))
                        .noneMatch(text -> word.matcher(text).find());
            });
        }
    }

    /** As far as class files tell: a method that reads an array field, and nothing else, and calls nothing that copies it. */
    @Test
    void noExportedMethodGivesAnArrayField() {
        List<String> givers = CLASSES.stream()
                .filter(type -> Reachable.EXPORTED.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawReturnType().isArray())
                .filter(method -> method.getCallsFromSelf().isEmpty())
                .filter(method -> method.getFieldAccesses().size() == 1)
                .filter(method -> method.getFieldAccesses().stream()
                        .anyMatch(access -> access.getTarget().getRawType().equals(method.getRawReturnType())
                                && access.getTargetOwner().equals(method.getOwner())))
                .map(method -> method.getOwner().getName().substring("io.eckart.".length()) + "." + method.getName())
                .sorted()
                .toList();
        assertThat(givers).isSubsetOf(ARRAYS_OF_THE_CALLER);
    }

    @Test
    void packagesAreNamedAfterWhatTheyHold() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..")
                .check(CLASSES);
    }
}
