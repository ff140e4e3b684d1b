package dev.tandem.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/// Some rules speak of packages before anything is in them: they wait there, and allow that.
@AnalyzeClasses(packages = "dev.tandem.desktop", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> FEATURES =
            Set.of(
                    "start",
                    "lobby",
                    "editor",
                    "chat",
                    "changes",
                    "people",
                    "timer",
                    "coderun",
                    "questions",
                    "replay",
                    "history",
                    "verify",
                    "settings");

    private static final String[] FEATURE_PACKAGES =
            FEATURES.stream().map(name -> "..desktop." + name + "..").toArray(String[]::new);

    @ArchTest
    static final ArchRule viewsNeverTouchTheConnection =
            noClasses()
                    .that()
                    .resideInAnyPackage(FEATURE_PACKAGES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..desktop.connection..")
                    .allowEmptyShould(true)
                    .because("a view reads RoomStore and sends intents; then it cannot block");

    @ArchTest
    static final ArchRule onlyTheConnectionKnowsSockets =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..desktop.connection..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.glassfish..", "jakarta.websocket..")
                    .because("back-off, heartbeat and staleness are decided in one place");

    @ArchTest
    static final ArchRule theConnectionKnowsNoWindow =
            noClasses()
                    .that()
                    .resideInAPackage("..desktop.connection..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx..")
                    .allowEmptyShould(true)
                    .because("it runs on its own threads and is tested without a window");

    @ArchTest
    static final ArchRule viewsParseNothing =
            noClasses()
                    .that()
                    .resideInAnyPackage(FEATURE_PACKAGES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml..")
                    .allowEmptyShould(true)
                    .because("a view deals with values; JSON ends at the connection");

    @ArchTest
    static final ArchRule featuresMeetInSessionAndShellOnly =
            slices().assignedFrom(features())
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true)
                    .because("a feature can then be read, tested and replaced by itself");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.tandem.desktop.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .because("a package can then be understood by what lies below it");

    private static SliceAssignment features() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String[] names = type.getPackageName().split("\\.", -1);
                boolean inFeature = names.length > 3 && FEATURES.contains(names[3]);
                return inFeature ? SliceIdentifier.of(names[3]) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "features";
            }
        };
    }
}
