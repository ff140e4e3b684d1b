package dev.tandem.protocol;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tandem.protocol", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule reachesNothingOutside =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.io..",
                            "java.net..",
                            "java.nio.channels..",
                            "java.nio.file..",
                            "java.sql..",
                            "java.util.logging..",
                            "javafx..",
                            "org.slf4j..")
                    .because(
                            "relay, window, replay and tests fold the same log: what reads a file"
                                    + " or a socket on the way could give each of them another room"
                                    + " (java.base holds these packages, so the module cannot forbid"
                                    + " them)");

    @ArchTest
    static final ArchRule hasNoThreads =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.concurrent..")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(Thread.class, ThreadLocal.class, java.util.Timer.class)
                    .because("whoever calls decides on which thread a room or a client lives");

    @ArchTest
    static final ArchRule readsNoClockAndRollsNoDice =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            are(
                                    oneOf(
                                            "java.time.Clock",
                                            "java.security.SecureRandom",
                                            "java.util.Random",
                                            "java.util.random.RandomGenerator")))
                    .orShould()
                    .callMethodWhere(target(name("currentTimeMillis")))
                    .orShould()
                    .callMethodWhere(target(name("nanoTime")))
                    .orShould()
                    .callMethodWhere(target(name("now")).and(target(owner(inJavaTime()))))
                    .orShould()
                    .callMethod(java.util.UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(Math.class, "random")
                    .because(
                            "a log that is folded again must make the same room: time and chance"
                                    + " come in with the intent or the event");

    @ArchTest
    static final ArchRule onlyWireKnowsJson =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..protocol.wire..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml..")
                    .because("the format on the wire can then change in one place");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.tandem.protocol.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a package can then be read and understood by what lies below it");

    private static DescribedPredicate<JavaClass> oneOf(String... names) {
        return DescribedPredicate.describe(
                "clocks or dice", type -> java.util.List.of(names).contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> inJavaTime() {
        return JavaClass.Predicates.resideInAPackage("java.time..");
    }
}
