package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.relay.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was erased is not only out of reach: its bytes are gone from the files.
class ErasureTest {
    private static final int OTHERS = 6;
    private static final int EVENTS = 60;
    private static final List<String> MARKS =
            List.of(
                    "TitleMark",
                    "NameMark",
                    "CodeMark",
                    "ChatMark",
                    "TagMark",
                    "LongMark",
                    "InputMark",
                    "OutputMark",
                    "CaseMark",
                    "ExpectedMark",
                    "ResultMark",
                    "HandedInMark",
                    "digestmark");

    @TempDir private Path folder;

    @Test
    void nothingIsLeftInTheFilesWhileTheRelayRuns() throws Exception {
        try (Database database = Database.open(folder)) {
            SessionId marked = fill(database);
            List<String> proof = proof(database, marked);
            assertThat(marksIn(folder)).containsExactlyInAnyOrderElementsOf(MARKS);
            assertThat(proof).allMatch(bytes -> isIn(folder, bytes));

            database.sessions().delete(marked, Doer.OPERATOR);

            Eventually.until("the files are clean", () -> marksIn(folder).isEmpty());
            Eventually.until(
                    "of its proof too", () -> proof.stream().noneMatch(b -> isIn(folder, b)));
            assertOthersAreWhole(database);
        }
        assertThat(marksIn(folder)).isEmpty();
        try (Database again = Database.open(folder)) {
            assertOthersAreWhole(again);
        }
    }

    @Test
    void theFileCanBeOpenedAsItIsRightAfterwards() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Database database = Database.open(folder.resolve("original"))) {
            database.sessions().delete(fill(database), Doer.OPERATOR);
            Eventually.until("the files are clean", () -> marksIn(folder).isEmpty());
            Files.copy(folder.resolve("original/tandem.mv.db"), copy.resolve("tandem.mv.db"));
        }
        try (Database database = Database.open(copy)) {
            assertOthersAreWhole(database);
        }
    }

    @Test
    void aRelayThatWasKilledMeanwhileGoesOnWhenItStarts() throws Exception {
        Path killed = folder.resolve("killed");
        Files.createDirectory(killed);
        try (Database database = Database.open(folder.resolve("original"))) {
            SessionId marked = fill(database);
            database.change(c -> {
                Sql.update(c, "DELETE FROM session WHERE id = ?", marked.value());
                return Sql.update(c, "UPDATE upkeep SET erased = erased + 1");
            });
            Files.copy(folder.resolve("original/tandem.mv.db"), killed.resolve("tandem.mv.db"));
        }
        assertThat(marksIn(killed)).isNotEmpty();
        try (Database again = Database.open(killed)) {
            Eventually.until("the files are clean", () -> marksIn(killed).isEmpty());
            assertOthersAreWhole(again);
        }
    }

    @Test
    void aFileThatIsMostlyWasteShrinksWhileTheRelayRuns() throws Exception {
        try (Database database = Database.open(folder)) {
            fill(database);
            Path file = folder.resolve("tandem.mv.db");
            long before = Files.size(file);
            database.keepUp(1 << 20);
            Eventually.until("the file is smaller", () -> file.toFile().length() < before / 2);
            assertOthersAreWhole(database);
        }
    }

    /// The bytes of what was signed, of the signature, and of some links of the chain.
    private static List<String> proof(Database database, SessionId session) {
        Head head = database.sessionLog().sign(session, Logs.CREATED_AT).join();
        return Stream.concat(
                        Stream.of(head.signature()),
                        database.sessionLog().readLinked(session, Seq.ZERO, 100).stream()
                                .map(event -> event.hash().hex()))
                .map(hex -> new String(HexFormat.of().parseHex(hex), ISO_8859_1))
                .toList();
    }

    private static SessionId other(int number) {
        return new SessionId("other-" + number);
    }

    /// Sessions whose events lie between each other, one of them with marks.
    private static SessionId fill(Database database) {
        SessionId marked = Logs.newId();
        for (int n = 0; n < OTHERS; n++) {
            database.sessions().create(Logs.session(other(n)), Logs.beginning("Talk"));
        }
        database.sessions()
                .create(
                        new NewSession(
                                marked, null, List.of("TagMark"), null, Logs.hash("m"), List.of()),
                        Logs.from(
                                Seq.ZERO,
                                new RoomEvent.SessionCreated("TitleMark", "python", 60),
                                new RoomEvent.DocumentOpened(
                                        DocumentId.MAIN, "main.py", "python", "CodeMark"),
                                new RoomEvent.PeerJoined(
                                        new ParticipantId("p"),
                                        "NameMark",
                                        Role.CANDIDATE,
                                        "#112233",
                                        false)));
        List<LoggedEvent> ran = Logs.from(new Seq(3), runs());
        Logs.append(database.sessionLog(), marked, new Seq(3), ran);
        Seq head = ran.getLast().seq();
        for (int i = 0; i < EVENTS; i++) {
            String text = i == EVENTS / 2 ? "LongMark".repeat(40_000) : "ChatMark " + i;
            head = say(database, marked, head, text);
            for (int n = 0; n < OTHERS; n++) {
                say(database, other(n), new Seq(2L + i), "quite ordinary words " + i);
            }
        }
        SessionSize size = new SessionSize(EVENTS, 1, 0, 0);
        database.sessions().setDigest(marked, new Digest(size, "a digestmark"));
        for (int n = 0; n < OTHERS; n++) {
            database.sessions().setDigest(other(n), new Digest(size, "ordinary words"));
        }
        return marked;
    }

    private static RoomEvent[] runs() {
        RunId run = new RunId("run");
        return new RoomEvent[] {
            new RoomEvent.TestsChanged(
                    DocumentId.MAIN, List.of(new TestCase("CaseMark", "", "ExpectedMark", true))),
            new RoomEvent.RunStarted(
                    run, DocumentId.MAIN, "python", Revision.ZERO, "InputMark", null),
            new RoomEvent.CodeOutput(run, RunStream.STDOUT, "OutputMark"),
            new RoomEvent.TestFinished(
                    run, 0, "CaseMark", true, false, 1, 5L, "ResultMark", "", null),
            new RoomEvent.CodeSubmitted(
                    new SubmissionId("s"), DocumentId.MAIN, Revision.ZERO, null, "HandedInMark")
        };
    }

    private static Seq say(Database database, SessionId session, Seq head, String text) {
        List<LoggedEvent> events = Logs.said(head, text);
        Logs.append(database.sessionLog(), session, head, events);
        return events.getLast().seq();
    }

    private static void assertOthersAreWhole(Database database) {
        for (int n = 0; n < OTHERS; n++) {
            assertThat(database.sessionLog().read(other(n), Seq.ZERO, 10_000)).hasSize(EVENTS + 2);
        }
    }

    private static List<String> marksIn(Path folder) {
        String all = allBytes(folder);
        return MARKS.stream().filter(mark -> isIn(all, mark)).toList();
    }

    private static boolean isIn(Path folder, String bytes) {
        return allBytes(folder).contains(bytes);
    }

    private static String allBytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(ErasureTest::bytes)
                    .reduce("", String::concat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each byte as a character.
    private static String bytes(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(String bytes, String mark) {
        return Stream.of(UTF_8, UTF_16LE, UTF_16BE)
                .anyMatch(charset -> bytes.contains(as(charset, mark)));
    }

    private static String as(Charset charset, String mark) {
        return new String(mark.getBytes(charset), ISO_8859_1);
    }
}
