package dev.tandem.relay.room;

import dev.tandem.protocol.message.ServerMessage.HeadSigned;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.role.SessionStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When a room has its log signed: when the interview begins, when it has ended, and meanwhile so
/// often that little can be changed of what was not given out yet. On the room's thread.
record Signing(RoomContext context) {
    private static final Logger LOG = LoggerFactory.getLogger(Signing.class);
    private static final int EVENTS = 1_000;
    private static final long MS = Duration.ofMinutes(2).toMillis();

    /// Has the log signed if that is due, and tells everyone. All of the scene must be committed. A
    /// failure is no matter for the interview: it stays due.
    ///
    /// @param before the status that the session had
    Scene look(SessionStatus before, Scene scene) {
        long now = Math.max(context.time().now(), scene.state().at());
        if (!isDue(before, scene, now)) {
            return scene;
        }
        try {
            Head head = context.log().sign(context.session(), now).join();
            Outgoing outgoing = Outgoing.of(new HeadSigned(now, head));
            scene.seats().values().forEach(seat -> seat.subscriber().send(outgoing));
            return scene.withHead(head);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The log of {} could not be signed: {}",
                    context.session(),
                    String.valueOf(e.getMessage()));
            return scene;
        }
    }

    /// When it is due if nothing else happens before, epoch milliseconds UTC; null for never.
    static @Nullable Long next(Scene scene) {
        Head head = scene.head();
        return scene.state().status() == SessionStatus.ACTIVE && head != null && unsigned(scene) > 0
                ? head.at() + MS
                : null;
    }

    private static boolean isDue(SessionStatus before, Scene scene, long now) {
        Long since =
                switch (scene.state().status()) {
                    case WAITING -> null;
                    case ACTIVE -> scene.state().session().startedAt();
                    case ENDED -> scene.state().session().endedAt();
                };
        Head head = scene.head();
        if (since == null) {
            return false;
        }
        if (before != scene.state().status() || head == null || head.at() < since) {
            return true;
        }
        Long next = next(scene);
        return next != null && (next <= now || unsigned(scene) >= EVENTS);
    }

    private static long unsigned(Scene scene) {
        Head head = scene.head();
        return scene.state().seq().value() - (head == null ? 0 : head.seq().value());
    }
}
