package dev.tandem.relay;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tandem.relay.coderun.sandbox.InSandboxes;
import dev.tandem.relay.coderun.sandbox.Sandboxes;

@AnalyzeClasses(packages = "dev.tandem.relay", importOptions = OnlyIncludeTests.class)
class TestHabitsTest {

    @ArchTest
    static final ArchRule testsWaitForConditionsAndNeverSleep =
            noClasses()
                    .should()
                    .callMethodWhere(target(name("sleep")))
                    .because(
                            "a test that sleeps is slow on a fast machine and red on a slow one;"
                                    + " wait for what you want to see, with a deadline");

    @ArchTest
    static final ArchRule testsInSandboxesSaySo =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Test")
                    .and()
                    .areNotAnnotatedWith(InSandboxes.class)
                    .should()
                    .accessClassesThat()
                    .areAssignableTo(Sandboxes.class)
                    .because("two processes of tests must not open sandboxes at the same time");
}
