package dev.tandem.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.demo.Cable;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.role.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayConnectionTest {
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(5), Duration.ofMillis(40));
    private static final Backoff ENDLESS = new Backoff(Duration.ofDays(1), Duration.ofDays(1));
    private static final Duration OPEN_WITHIN = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofSeconds(20);

    private TestRelay relay;
    private Cable cable;
    private Network network;
    private RelayConnection connection;
    private final Journal journal = new Journal();

    @BeforeEach
    void startRelay(@TempDir Path data) throws Exception {
        relay = new TestRelay(data);
        cable = relay.cable();
    }

    @AfterEach
    void stop() {
        connection.close();
        network.close();
        cable.close();
        relay.close();
    }

    @Test
    void aRoomIsEnteredAndTheRelayAnswersPings() {
        open(usual(QUICK), InstantSource.system());

        RoomSnapshot snapshot = join(relay.host("Ada"));

        assertThat(snapshot.you().name()).isEqualTo("Ada");
        assertThat(journal.await(RoundTrip.class).roundTripMs()).isNotNegative();
    }

    @Test
    void aBrokenLineIsReplaced() {
        open(usual(QUICK), InstantSource.system());
        RoomSnapshot first = join(relay.host("Ada"));
        connection.served();

        cable.cut();
        Link.Waiting waiting = journal.await(Link.Waiting.class);
        assertThat(waiting.attempt()).isEqualTo(1);
        assertThat(waiting.sentence()).isEqualTo("The connection was lost.");
        assertThat(journal.await(Link.Waiting.class).attempt()).isEqualTo(2);

        cable.mend();
        RoomSnapshot again =
                join(new JoinRoom.ByResumeToken(first.you().resumeToken(), first.seq()));
        assertThat(again.you().participantId()).isEqualTo(first.you().participantId());
    }

    @Test
    void theNextAttemptIsToldByTheClockAndTheDice() {
        InstantSource stopped = InstantSource.fixed(Instant.ofEpochMilli(1_000_000));
        open(usual(ENDLESS), stopped);
        join(relay.host("Ada"));
        connection.served();

        cable.cut();

        long delay = ENDLESS.delay(1, new Random(7)).toMillis();
        assertThat(journal.await(Link.Waiting.class).retryAt()).isEqualTo(1_000_000 + delay);
    }

    @Test
    void whoDoesNotWantToWaitNeedNot() {
        open(usual(ENDLESS), InstantSource.system());
        join(relay.host("Ada"));
        connection.served();
        cable.cut();
        journal.await(Link.Waiting.class);
        cable.mend();

        connection.retryNow();

        assertThat(journal.await(Link.Opening.class).attempt()).isEqualTo(1);
        journal.await(Link.Open.class);
    }

    @Test
    void silenceCountsAsLoss() {
        Timing watchful =
                new Timing(OPEN_WITHIN, Duration.ofMillis(50), Duration.ofMillis(400), QUICK);
        open(watchful, InstantSource.system());
        join(relay.host("Ada"));
        connection.served();
        journal.await(RoundTrip.class);

        cable.jam();

        assertThat(journal.await(Link.Waiting.class).sentence())
                .isEqualTo("The connection was lost.");
    }

    @Test
    void aRelayThatIsStoppedSaysSo() {
        open(usual(ENDLESS), InstantSource.system());
        join(relay.host("Ada"));
        connection.served();

        relay.close();

        assertThat(journal.await(Link.Waiting.class).sentence())
                .isEqualTo("The relay is being stopped or started anew.");
    }

    @Test
    void whileARelayIsStartedAnewNobodyWaitsLong() {
        open(usual(ENDLESS), InstantSource.fixed(Instant.ofEpochMilli(1_000_000)));
        join(relay.host("Ada"));
        connection.served();

        relay.close();

        for (int attempt = 1; attempt <= 3; attempt++) {
            Link.Waiting waiting = journal.await(Link.Waiting.class);
            assertThat(waiting.attempt()).isEqualTo(attempt);
            assertThat(waiting.retryAt()).isBetween(1_000_000L, 1_002_000L);
        }
    }

    @Test
    void aWrongCodeIsToldAtOnce() {
        open(usual(QUICK), InstantSource.system());
        journal.await(Line.class).send(new JoinRoom.ByCode("0000-0000-0000", "Mert", null));

        Link.Ended ended = journal.await(Link.Ended.class);

        assertThat(ended.ending()).isEqualTo(Ending.NOT_ADMITTED);
        assertThat(ended.sentence()).startsWith("This code is not valid");
    }

    @Test
    void whoComesBackElsewhereIsReplacedHere() {
        open(usual(QUICK), InstantSource.system());
        RoomSnapshot here = join(relay.guest(Role.CANDIDATE, "Mert"));
        connection.served();
        Journal elsewhere = new Journal();
        try (RelayConnection other = new RelayConnection(network, relay.room(), elsewhere)) {
            other.open();
            elsewhere
                    .await(Line.class)
                    .send(new JoinRoom.ByResumeToken(here.you().resumeToken(), here.seq()));
            elsewhere.await(RoomSnapshot.class);

            assertThat(journal.await(Link.Ended.class).ending()).isEqualTo(Ending.REPLACED);
        }
    }

    @Test
    void aLineThatIsNoLongerInUseSendsNothing() {
        open(usual(QUICK), InstantSource.system());
        Line first = journal.await(Line.class);
        first.send(relay.host("Ada"));
        RoomSnapshot snapshot = journal.await(RoomSnapshot.class);
        connection.served();

        connection.openAfresh();
        Line second = journal.await(Line.class);
        first.send(new JoinRoom.ByCode("0000-0000-0000", "Nobody", null));
        second.send(new JoinRoom.ByResumeToken(snapshot.you().resumeToken(), snapshot.seq()));

        assertThat(journal.await(RoomSnapshot.class).you().participantId())
                .isEqualTo(snapshot.you().participantId());
    }

    private static Timing usual(Backoff backoff) {
        return new Timing(OPEN_WITHIN, LONG, LONG.multipliedBy(3), backoff);
    }

    private void open(Timing timing, InstantSource clock) {
        network = new Network(timing, clock, new Random(7));
        URI room = URI.create("ws://127.0.0.1:" + cable.port() + "/api/v1/room");
        connection = new RelayConnection(network, room, journal);
        connection.open();
    }

    private RoomSnapshot join(JoinRoom entry) {
        journal.await(Line.class).send(entry);
        return journal.await(RoomSnapshot.class);
    }
}
