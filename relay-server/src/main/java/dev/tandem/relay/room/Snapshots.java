package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Content;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Retention;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.relay.room.Entry.Returning;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What somebody is told who comes into a room in this state.
///
/// @param uncommitted the last events of the state, which are not in the log yet
record Snapshots(RoomContext context, RoomState state, List<LoggedEvent> uncommitted) {
    /// Who knows less than this is told the whole state instead of so many events.
    static final int LONGEST_TAIL = 10_000;

    RoomSnapshot of(Entry entry) {
        Participant you = Objects.requireNonNull(state.participant(entry.participantId()));
        return new RoomSnapshot(
                new RoomSnapshot.You(
                        you.participantId(),
                        you.name(),
                        you.role(),
                        you.color(),
                        entry.resumeToken(),
                        you.lastId()),
                new RoomSnapshot.Session(
                        context.session(), state.language(), state.session(), state.facts().on()),
                context.time().now(),
                state.seq(),
                List.copyOf(state.participants().values()),
                you.permissions(),
                content(entry, you.role()),
                context.runner().offer(),
                retention(),
                entry.replyTo());
    }

    private Retention retention() {
        Duration kept = context.deadlines().settings().kept();
        return new Retention(kept == null ? null : kept.toMillis());
    }

    private Content content(Entry entry, Role reader) {
        Seq lastSeq = entry instanceof Returning returning ? returning.lastSeq() : null;
        return lastSeq != null && isUsable(lastSeq) ? tail(lastSeq, reader) : whole(reader);
    }

    private boolean isUsable(Seq lastSeq) {
        return !lastSeq.isAfter(state.seq())
                && state.seq().value() - lastSeq.value() <= LONGEST_TAIL;
    }

    private Tail tail(Seq lastSeq, Role reader) {
        Stream<LoggedEvent> committed =
                context.log().read(context.session(), lastSeq, LONGEST_TAIL).stream();
        Stream<LoggedEvent> fresh =
                uncommitted.stream().filter(event -> event.seq().isAfter(lastSeq));
        return new Tail(
                Stream.concat(committed, fresh).map(event -> Live.event(event, reader)).toList());
    }

    private Whole whole(Role reader) {
        return new Whole(
                DocumentState.allOf(state, reader),
                state.chat(),
                state.runs().all().stream().map(run -> run.seenBy(reader)).toList(),
                state.facts().events());
    }
}
