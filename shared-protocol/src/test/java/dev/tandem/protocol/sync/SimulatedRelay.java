package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision.Accepted;
import dev.tandem.protocol.intent.Decision.Refused;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Content;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/// The relay's part of a room on one thread, with nothing between it and its log: what a room does,
/// at the speed of the rules. Someone's id, and the number of their connection, is their name.
final class SimulatedRelay {
    private static final Refusal NOT_STORED =
            new Refusal(ErrorCode.INTERNAL, "It could not be stored.");

    private final List<LoggedEvent> log = new ArrayList<>();
    private final Map<Integer, ParticipantId> joined = new HashMap<>();
    private final Set<Integer> forgotten = new HashSet<>();
    private final BiConsumer<Integer, ServerMessage> network;
    private RoomState state = RoomState.EMPTY;
    private long now = 1_000;
    private int failures;

    SimulatedRelay(BiConsumer<Integer, ServerMessage> network, String text) {
        this.network = network;
        commit(null, null, new RoomEvent.SessionCreated("Simulation", "python", 60));
        commit(
                null,
                null,
                new RoomEvent.DocumentOpened(DocumentId.MAIN, "main.py", "python", text));
    }

    RoomState state() {
        return state;
    }

    List<LoggedEvent> log() {
        return log;
    }

    boolean hasTaken(int connection, CommandId id) {
        ParticipantId author = joined.get(connection);
        return author != null && id.value() <= state.participant(author).lastId();
    }

    /// Killed and started again: no connection is left, and the state is what the log says.
    void restart() {
        joined.clear();
        state = RoomRules.fold(log);
        RoomRules.reopen(state).forEach(event -> commit(null, null, event));
    }

    void lost(int connection) {
        ParticipantId id = joined.remove(connection);
        if (id != null) {
            RoomRules.depart(state, id, DepartureReason.LOST)
                    .forEach(event -> publish(null, null, event));
        }
    }

    void receive(int connection, ClientMessage message) {
        now += 7;
        switch (message) {
            case JoinRoom join -> join(connection, join);
            case Command(CommandId id, var intent) -> {
                if (joined.containsKey(connection)) {
                    command(connection, id, intent);
                }
            }
            case Cursor(var doc, var revision, var selections) ->
                    toOthers(
                            connection,
                            new ServerMessage.CursorMoved(
                                    now,
                                    new ParticipantId("p" + connection),
                                    doc,
                                    revision,
                                    selections));
            case ClientMessage.Ping(Number t) -> {
                if (joined.containsKey(connection)) {
                    network.accept(connection, new ServerMessage.Pong(t, now));
                }
            }
            case ClientMessage.Typing _, ClientMessage.Diverged _ -> {}
        }
    }

    /// Everyone is told what the texts have to be.
    void check() {
        for (Document document : state.documents().values()) {
            var check =
                    new ServerMessage.TextChecked(
                            now, document.doc(), document.revision(), document.text().hash());
            joined.keySet().forEach(connection -> network.accept(connection, check));
        }
    }

    /// Cannot tell them any more what happened since, and gives the whole state instead.
    void forget(int connection) {
        forgotten.add(connection);
    }

    /// The log cannot store the next commands.
    void failAtNext(int commands) {
        failures = commands;
    }

    private void join(int connection, JoinRoom join) {
        ParticipantId id = new ParticipantId("p" + connection);
        List<RoomEvent> events =
                state.participant(id) == null
                        ? List.of(
                                RoomRules.join(state, id, "Person " + connection, role(connection)))
                        : RoomRules.resume(state, id);
        events.forEach(event -> publish(id, null, event));
        joined.put(connection, id);
        network.accept(connection, snapshot(id, forgotten.remove(connection) ? null : join));
    }

    private static Role role(int connection) {
        return connection == 0 ? Role.INTERVIEWER : Role.CANDIDATE;
    }

    private void command(int connection, CommandId id, Intent intent) {
        ParticipantId author = Objects.requireNonNull(joined.get(connection));
        if (id.value() <= state.participant(author).lastId()) {
            network.accept(connection, new ServerMessage.Duplicate(id));
            return;
        }
        if (failures > 0) {
            failures--;
            network.accept(connection, new ServerMessage.Refused(id, NOT_STORED));
            return;
        }
        switch (RoomRules.decide(state, new Author.Member(author), intent, now)) {
            case Refused(var refusal) ->
                    network.accept(connection, new ServerMessage.Refused(id, refusal));
            case Accepted(var event, var consequences) -> {
                LoggedEvent logged = commit(author, id, event);
                network.accept(
                        connection,
                        new ServerMessage.Ack(
                                id, logged.seq(), logged.at(), Acknowledgement.of(intent, event)));
                toOthers(connection, new ServerMessage.Event(logged));
                consequences.forEach(consequence -> publish(null, null, consequence));
            }
        }
    }

    /// @param join null for the whole state
    private RoomSnapshot snapshot(ParticipantId id, JoinRoom join) {
        Participant you = Objects.requireNonNull(state.participant(id));
        return new RoomSnapshot(
                new RoomSnapshot.You(
                        id, you.name(), you.role(), you.color(), "token", you.lastId()),
                new RoomSnapshot.Session(new SessionId("s"), state.language(), state.session()),
                now,
                state.seq(),
                List.copyOf(state.participants().values()),
                you.permissions(),
                content(join));
    }

    private Content content(JoinRoom join) {
        if (join instanceof JoinRoom.ByResumeToken(_, var lastSeq) && lastSeq != null) {
            return new Tail(log.subList((int) lastSeq.value(), log.size()));
        }
        return new Whole(
                state.documents().values().stream().map(SimulatedRelay::describe).toList(),
                state.chat(),
                state.runs().all(),
                state.facts().events());
    }

    static DocumentState describe(Document d) {
        return new DocumentState(
                d.doc(), d.name(), d.language(), d.revision(), d.text().toString());
    }

    private LoggedEvent commit(ParticipantId by, CommandId id, RoomEvent event) {
        LoggedEvent logged = new LoggedEvent(state.seq().next(), now, by, id, event);
        log.add(logged);
        state = RoomRules.evolve(state, logged);
        return logged;
    }

    private void publish(ParticipantId by, CommandId id, RoomEvent event) {
        ServerMessage.Event message = new ServerMessage.Event(commit(by, id, event));
        joined.keySet().forEach(connection -> network.accept(connection, message));
    }

    private void toOthers(int author, ServerMessage message) {
        joined.keySet().stream()
                .filter(connection -> connection != author)
                .forEach(connection -> network.accept(connection, message));
    }
}
