package io.eckart.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the command line: one direction, no circles; one class prints, one ends the process, none keeps hidden state. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.eckart.cli");

    @Test
    void theCommandLineIsScanned() {
        assertThat(CLASSES.contain(Main.class)).isTrue();
        assertThat(CLASSES.contain(Output.class)).isTrue();
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"text,option,help,command", "option,help,command,command", "help,command,command,command"})
    void packagesPointOneWay(String name, String later, String evenLater, String last) {
        noClasses()
                .that()
                .resideInAPackage("io.eckart.cli." + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.eckart.cli." + later, "io.eckart.cli." + evenLater, "io.eckart.cli." + last)
                .check(CLASSES);
    }

    @Test
    void onlyMainUsesASubPackageOfItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("io.eckart.cli")
                .and()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.eckart.cli.*..")
                .check(CLASSES);
    }

    @Test
    void nothingUsesMain() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(Main.class).check(CLASSES);
    }

    @Test
    void onlyOutputPrints() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Output.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void noStaticMutableFields() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }
}
