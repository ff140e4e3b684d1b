package dev.tandem.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Finding.Unproven;
import dev.tandem.protocol.proof.Finding.Unrelated;
import dev.tandem.protocol.proof.FindingWords;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.text.Seeds;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionFileTest {
    /// In each of the two kinds of files.
    private static final int FLIPS = 500;

    private final ProvedFiles files = ProvedFiles.ofEveryEvent();
    private final int events = MessageCodecTest.events().toList().size();

    @Test
    void whatWasWrittenIsReadAndFits() throws Exception {
        for (byte[] file : List.of(files.json(), files.packed())) {
            SessionFile.Content content = SessionFile.read(file);

            assertThat(content.finding()).isEqualTo(new Unchanged(files.heads().getLast(), 0));
            assertThat(files.heads().getLast().seq()).isEqualTo(new Seq(events));
            assertThat(content.header().session().facts().title()).isEqualTo("Größe \"x\"");
            assertThat(content.header().heads()).isEqualTo(files.heads());
            assertThat(content.events().stream().map(LoggedEvent::event))
                    .containsExactlyElementsOf(MessageCodecTest.events().toList());
        }
    }

    @Test
    void anyGunzipUnpacksATandemFile() throws Exception {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(files.packed()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(files.json());
        }
    }

    /// As the contract describes it, with nothing of ours.
    @Test
    void aStrangerFindsTheSameHashes() throws Exception {
        String link = sha256("tandem-log-v1\ns-1");
        for (String line : lines().subList(1, events + 1)) {
            String event = line.substring(0, line.length() - 75) + "}";
            link = sha256(link + event);
            assertThat(line).endsWith(",\"hash\":\"" + link + "\"}");
        }
    }

    private List<String> lines() {
        return new String(files.json(), UTF_8).lines().toList();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    @Test
    void anEventHasTheTextThatMessagesHave() {
        for (LoggedEvent event : logged()) {
            assertThat(EventLine.of(event).text()).isEqualTo(MessageCodec.write(event));
        }
    }

    private static List<LoggedEvent> logged() {
        List<LoggedEvent> logged = new ArrayList<>();
        MessageCodecTest.events()
                .forEach(event -> logged.add(ProvedFiles.logged(logged.size() + 1, event)));
        return logged;
    }

    static LongStream seeds() {
        return Seeds.fixedAndFresh(0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneFlippedBitAnywhereIsFound(long seed) {
        RandomGenerator random = Seeds.random(seed);
        for (byte[] file : List.of(files.json(), files.packed())) {
            for (int i = 0; i < FLIPS; i++) {
                int bit = random.nextInt(8 * file.length);
                byte[] flipped = file.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(isFound(flipped)).as("bit %d of %d bytes", bit, file.length).isTrue();
            }
        }
    }

    private static boolean isFound(byte[] file) {
        try {
            return SessionFile.check(file, null) instanceof Changed;
        } catch (BadFile e) {
            return true; // its first line, or how it is packed
        }
    }

    @Test
    void theFirstEventThatDoesNotFitIsNamed() throws Exception {
        String changed = new String(files.json(), UTF_8).replaceFirst("\"seq\":5,", "\"seq\":6,");

        assertThat(SessionFile.check(changed.getBytes(UTF_8), null))
                .isInstanceOfSatisfying(
                        Changed.class,
                        found -> {
                            assertThat(found.seq()).isEqualTo(new Seq(5));
                            assertThat(found.at()).isEqualTo(ProvedFiles.AT + 5);
                        });
    }

    @Test
    void anEventThatIsMissingOrAddedIsFound() throws Exception {
        List<String> all = lines();

        assertThat(seqOfChange(joined(all.subList(0, events)))).isEqualTo(new Seq(events));
        List<String> without = new ArrayList<>(all);
        without.remove(4);
        assertThat(seqOfChange(joined(without))).isEqualTo(new Seq(4));
        files.add(ProvedFiles.logged(events + 1, new ChatMessage("more")));
        assertThat(seqOfChange(files.json())).isEqualTo(new Seq(events + 1));
    }

    private static byte[] joined(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private static Seq seqOfChange(byte[] file) throws BadFile {
        return ((Changed) SessionFile.check(file, null)).seq();
    }

    /// What only the owner of the key can do, and what a head that was kept shows.
    @Test
    void aLogThatWasWrittenAnewFitsButNotTheHeadThatWasKept() throws Exception {
        Head given = files.heads().getFirst();
        ProvedFiles anew = new ProvedFiles();
        for (LoggedEvent event : logged()) {
            boolean changed = event.seq().value() == 3;
            anew.add(
                    changed ? ProvedFiles.logged(3, new ChatMessage("I never said that.")) : event);
        }
        anew.sign();

        assertThat(SessionFile.check(anew.json(), null)).isInstanceOf(Unchanged.class);
        assertThat(check(anew.json(), given.shortText()))
                .isInstanceOfSatisfying(
                        Changed.class, found -> assertThat(found.seq()).isEqualTo(given.seq()));
        assertThat(check(files.json(), given.shortText())).isInstanceOf(Unchanged.class);
        assertThat(check(files.json(), given.shortText().replaceAll(".$", "x")))
                .isEqualTo(new Unproven());
    }

    private static Finding check(byte[] file, String head) throws BadFile {
        var kept = KeptHead.parse(head);
        return kept.isEmpty() ? new Unproven() : SessionFile.check(file, kept.get());
    }

    @Test
    void anOlderFileWithoutAProofIsRead() throws Exception {
        String header = lines().getFirst().replaceFirst(",\"heads\".*", "}");
        List<String> all = new ArrayList<>(List.of(header));
        logged().forEach(event -> all.add(MessageCodec.write(event)));

        SessionFile.Content content = SessionFile.read(joined(all));

        assertThat(content.finding()).isEqualTo(new Unproven());
        assertThat(content.events()).isEqualTo(logged());
    }

    @Test
    void whatIsNoSessionOrTooLargeIsRefused() throws Exception {
        byte[] bomb = ProvedFiles.pack(new byte[17 << 20]);

        assertThatThrownBy(() -> SessionFile.read("{}".getBytes(UTF_8)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no session");
        assertThatThrownBy(() -> SessionFile.read(new byte[0])).isInstanceOf(BadFile.class);
        assertThatThrownBy(() -> SessionFile.read(bomb))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("longer than an event");
        assertThatThrownBy(SessionFileTest::unpackLittleIntoMuch)
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> SessionFile.read(new byte[SessionFile.LARGEST + 1]))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("larger");
    }

    private static void unpackLittleIntoMuch() throws BadFile {
        FileLines lines = new FileLines((_, _) -> true);
        byte[] emptyLines = new byte[1 << 20];
        Arrays.fill(emptyLines, (byte) '\n');
        for (int i = 0; i <= 256; i++) {
            lines.take(emptyLines, emptyLines.length);
        }
    }

    @Test
    void headsAreWrittenDownAndRead() {
        Head head = files.heads().getLast();

        assertThat(head.shortText())
                .matches("seq \\d+ · ([0-9a-f]{4} ){3}[0-9a-f]{4} · key [0-9a-f]{4} [0-9a-f]{4}");
        assertThat(KeptHead.parse(head.shortText()).orElseThrow())
                .isEqualTo(
                        new KeptHead(
                                head.seq(),
                                head.hash().hex().substring(0, 16),
                                head.key().hex().substring(0, 8),
                                null));
        assertThat(KeptHead.parse("12 " + head.hash())).isPresent();
        assertThat(KeptHead.parse("> seq 12 · " + head.hash() + "\n")).isPresent();
        assertThat(KeptHead.parse("seq 12")).isEmpty();
        assertThat(head.isSignedFor(ProvedFiles.SESSION)).isTrue();
        assertThat(head.isSignedFor(new SessionId("other"))).isFalse();
    }

    @Test
    void aReceiptIsComparedWithItsOwnInterviewOnly() throws Exception {
        Head head = files.heads().getFirst();
        String receipt =
                """
                Title      12 deadbeefdeadbeef
                Session    %s
                Saved      9 Oct 2025, 09:45:00 Z

                What the relay signed last (its head)
                %s
                """;

        assertThat(check(files.json(), receipt.formatted(ProvedFiles.SESSION, head.shortText())))
                .isInstanceOf(Unchanged.class);
        assertThat(check(files.json(), receipt.formatted("s-2", head.shortText())))
                .isEqualTo(new Unrelated(new SessionId("s-2")));
        String other = head.shortText().replaceFirst(" · .{4}", " · 0000");
        assertThat(check(files.json(), receipt.formatted(ProvedFiles.SESSION, other)))
                .isInstanceOf(Changed.class);
    }

    @Test
    void findingsAreSaidInTheirZone() {
        Head head = files.heads().getLast();
        ZoneId cest = ZoneId.of("Europe/Berlin");

        assertThat(FindingWords.of(new Unchanged(head, 3), cest))
                .isEqualTo(
                        "Unchanged since 2023-11-14 23:14:20 CET (%s); of the 3 events after it"
                                        .formatted(head.shortText())
                                + " nothing is signed yet.");
        assertThat(FindingWords.of(new Changed(new Seq(5), 0L, "Why."), ZoneId.of("UTC")))
                .isEqualTo("Changed: event 5, of 1970-01-01 00:00:00 UTC, does not fit. Why.");
    }
}
