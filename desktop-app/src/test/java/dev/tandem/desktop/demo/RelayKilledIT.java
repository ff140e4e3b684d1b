package dev.tandem.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.relay.sessionlog.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged relay is killed twice while two people type in two real windows: both come back by
/// themselves, and everything is there once.
class RelayKilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MIDDLE = "# between the two\n";
    private static final String ADA_TYPES = lines("ada");
    private static final String MERT_TYPES = lines("mert");

    @Test
    void nothingIsLostOrDoubled(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("relay");
        Venue venue = new Venue(Files.createDirectory(folder.resolve("windows")), "light", true);
        String adaShows;
        String mertShows;
        SessionId session;
        RelayProcess relay = RelayProcess.serve(data, 0);
        try (Actor ada = venue.enter("ada");
                Actor mert = venue.enter("mert")) {
            int port = relay.port();
            RelayApi api = new RelayApi(new RelayAddress("127.0.0.1", port, false));
            CreatedSession created = create(api);
            session = created.id();
            join(ada, created.invite(Role.INTERVIEWER).link(), "Ada");
            join(mert, created.invite(Role.CANDIDATE).link(), "Mert");
            ada.perform("click", "#start-interview");
            ada.perform("await", "#end-interview");
            CompletableFuture<Void> typing = bothType(ada, mert);
            for (int length : List.of(100, 300)) {
                awaitLength(api, created, length);
                relay.kill();
                relay = RelayProcess.serve(data, port);
            }
            typing.join();
            String all = ADA_TYPES + MIDDLE + MERT_TYPES;
            adaShows = ada.perform("await-code", all);
            mertShows = mert.perform("await-code", all);
            assertThat(adaShows).isEqualTo(all);
            awaitLength(api, created, all.length());
        } finally {
            relay.close();
        }
        assertThat(mertShows).isEqualTo(adaShows);
        assertLogHoldsItOnce(data, session, adaShows);
    }

    private static CreatedSession create(RelayApi api) {
        CreateSession session =
                new CreateSession("Killed twice", "python", MIDDLE, null, List.of(), null);
        return switch (api.create(session, null).join()) {
            case Answer.Given<CreatedSession>(CreatedSession created) -> created;
            case Answer.Failed<CreatedSession>(_, String sentence) ->
                    throw new AssertionError(sentence);
        };
    }

    private static void join(Actor person, InviteLink link, String name) {
        person.perform("fill", "#join-code", link.format());
        person.perform("fill", "#join-name", name);
        person.perform("click", "#join");
        person.perform("await-text", "#connection", "Live");
    }

    private static CompletableFuture<Void> bothType(Actor ada, Actor mert) {
        for (Actor person : List.of(ada, mert)) {
            person.perform("focus-editor");
        }
        mert.perform("await-editable");
        ada.perform("start-of-text");
        mert.perform("end-of-text");
        return CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> ada.perform("type", ADA_TYPES, "30")),
                CompletableFuture.runAsync(() -> mert.perform("type", MERT_TYPES, "30")));
    }

    private static void awaitLength(RelayApi api, CreatedSession session, int length) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (lengthOf(api, session) < length) {
            assertThat(Instant.now()).as("the relay has %s characters", length).isBefore(deadline);
        }
    }

    private static int lengthOf(RelayApi api, CreatedSession session) {
        return switch (api.session(session.id(), session.hostToken()).join()) {
            case Answer.Given<SessionDetails>(SessionDetails details) ->
                    details.documents().getFirst().text().length();
            case Answer.Failed<SessionDetails> _ -> 0;
        };
    }

    private static void assertLogHoldsItOnce(Path data, SessionId session, String text)
            throws Exception {
        try (Database database = Database.open(data)) {
            List<LoggedEvent> log =
                    database.sessionLog().read(session, Seq.ZERO, Integer.MAX_VALUE);
            assertThat(RoomRules.fold(log).document(DocumentId.MAIN).text().toString())
                    .isEqualTo(text);
            assertThat(log.stream().filter(e -> e.id() != null).map(e -> e.by() + "#" + e.id()))
                    .doesNotHaveDuplicates();
            assertThat(log.stream().map(e -> e.seq().value()).toList())
                    .isEqualTo(
                            IntStream.rangeClosed(1, log.size())
                                    .mapToObj(seq -> (long) seq)
                                    .toList());
        }
    }

    private static String lines(String who) {
        return IntStream.rangeClosed(1, 15)
                .mapToObj(line -> who + " writes line " + line + "\n")
                .collect(Collectors.joining());
    }
}
