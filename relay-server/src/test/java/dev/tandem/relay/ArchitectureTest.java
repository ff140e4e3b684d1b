package dev.tandem.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Some rules speak of packages before anything is in them: they wait there, and allow that.
@AnalyzeClasses(packages = "dev.tandem.relay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SOCKETS = {
        "org.glassfish..", "jakarta.websocket..", "java.net..", "java.nio.channels.."
    };
    private static final String[] DATABASE = {
        "java.sql..", "javax.sql..", "org.h2..", "com.zaxxer..", "org.flywaydb.."
    };

    @ArchTest
    static final ArchRule roomsKnowNoSockets =
            noClasses()
                    .that()
                    .resideInAPackage("..relay.room..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SOCKETS)
                    .allowEmptyShould(true)
                    .because("a room is tested without a socket, and outlives any connection");

    @ArchTest
    static final ArchRule roomsKnowNoDatabase =
            noClasses()
                    .that()
                    .resideInAPackage("..relay.room..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(DATABASE)
                    .allowEmptyShould(true)
                    .because("a room writes to a SessionLog, whatever engine stands behind it");

    @ArchTest
    static final ArchRule connectionsKnowFramesNotRows =
            noClasses()
                    .that()
                    .resideInAnyPackage("..relay.connection..", "..relay.http..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(DATABASE)
                    .allowEmptyShould(true)
                    .because("what comes in by the network reaches the disk through a room only");

    @ArchTest
    static final ArchRule storesKnowNoSockets =
            noClasses()
                    .that()
                    .resideInAnyPackage("..relay.sessionlog..", "..relay.access..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.glassfish..", "jakarta.websocket..")
                    .allowEmptyShould(true)
                    .because("they are tested, and later replaced, without a server around them");

    @ArchTest
    static final ArchRule messagesAreReadAndWrittenByTheProtocol =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..relay.room..", "..relay.connection..", "..relay.sessionlog..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml..")
                    .allowEmptyShould(true)
                    .because("only the protocol's wire package knows how a message looks as JSON");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.tandem.relay.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("the relay is put together in one place, RelayServer, from parts");
}
