package dev.tandem.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.relay.coderun.Runners;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.room.RoomSettings;
import dev.tandem.relay.room.RoomTime;
import dev.tandem.relay.room.SystemTime;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.NewSession;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(90);

    @TempDir private Path folder;

    @Test
    void erasesWhatEndedLongAgoAndNothingElse() throws Exception {
        try (Database database = Database.open(folder);
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            SessionId old = session(database, "old", KEPT.plusMinutes(1));
            SessionId young = session(database, "young", KEPT.minusMinutes(1));
            SessionId open = session(database, "open", null);
            RoomTime time = new SystemTime(timer);
            try (RoomRegistry rooms = rooms(database, time)) {
                new Retention(KEPT, database.sessions(), rooms, () -> NOW).look();
            }
            assertThat(database.sessions().find(old)).isNull();
            assertThat(database.sessionLog().head(old)).isEqualTo(Seq.ZERO);
            assertThat(database.sessions().find(young)).isNotNull();
            assertThat(database.sessions().find(open)).isNotNull();
        }
    }

    /// It looks when it starts.
    @Test
    void aRelayKeepsSessionsForEverUnlessItIsTold() throws Exception {
        SessionId old;
        try (Database database = Database.open(folder)) {
            old = session(database, "old", Duration.ofDays(3650));
        }
        try (TestRelay relay = TestRelay.start(folder)) {
            assertThat(relay.get("/api/v1/sessions/old", "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(isThere(old)).isTrue();
        try (TestRelay _ =
                TestRelay.start(folder, options -> options.set("storage.keep-sessions", "1d"))) {
            Eventually.until("it is erased", () -> !fileHolds("old-title"));
        }
        assertThat(isThere(old)).isFalse();
    }

    private boolean fileHolds(String text) {
        try {
            return Files.readString(folder.resolve("tandem.mv.db"), ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere(SessionId session) throws Exception {
        try (Database database = Database.open(folder)) {
            return database.sessions().find(session) != null;
        }
    }

    private static RoomRegistry rooms(Database database, RoomTime time) {
        return new RoomRegistry(
                database.sessionLog(),
                new RoomSettings(
                        10,
                        Duration.ofMinutes(2),
                        Duration.ofHours(24),
                        RoomSettings.CHECK_INTERVAL,
                        256,
                        20,
                        100,
                        1,
                        5,
                        50,
                        null),
                time,
                Runners.off(),
                new SimpleMeterRegistry());
    }

    /// @param age since its end; null for one that has not ended
    private static SessionId session(Database database, String name, Duration age) {
        SessionId id = new SessionId(name);
        long endedAt = NOW.minus(age == null ? Duration.ZERO : age).toEpochMilli();
        Stream<RoomEvent> events =
                Stream.of(
                        new RoomEvent.SessionCreated(name + "-title", "java", null),
                        new RoomEvent.DocumentOpened(DocumentId.MAIN, "main", "java", ""));
        if (age != null) {
            events =
                    Stream.concat(
                            events,
                            Stream.of(
                                    new RoomEvent.SessionEnded(
                                            endedAt, EndReason.ENDED_BY_INTERVIEWER, 0)));
        }
        List<RoomEvent> all = events.toList();
        List<LoggedEvent> logged =
                IntStream.range(0, all.size())
                        .mapToObj(i ->
                                new LoggedEvent(new Seq(i + 1L), endedAt, null, null, all.get(i)))
                        .toList();
        database.sessions()
                .create(
                        new NewSession(id, null, List.of(), null, "hash-" + name, List.of()),
                        logged);
        return id;
    }
}
