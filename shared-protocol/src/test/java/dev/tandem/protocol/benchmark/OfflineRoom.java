package dev.tandem.protocol.benchmark;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.RoomClient;
import dev.tandem.protocol.sync.Step;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A room in which Ada wrote 10,000 edits while Mert, without a connection, wrote 10,000 others.
/// Their clients and the relay's rules are the real ones; only wires and disk are left out.
final class OfflineRoom {
    private static final int EDITS = 10_000;
    private static final int LENGTH = 100_000;
    private static final ParticipantId ADA = new ParticipantId("ada");
    private static final ParticipantId MERT = new ParticipantId("mert");

    private final List<LoggedEvent> missed = new ArrayList<>();
    private final TextOperation offline;
    private RoomState state = RoomState.EMPTY;
    private RoomClient ada;
    private RoomClient mert;

    private OfflineRoom(int editsAtOnePlace) {
        List<TextOperation> logged = edits(editsAtOnePlace, new SplittableRandom(1));
        offline = TextOperation.composeAll(edits(editsAtOnePlace, new SplittableRandom(2)));
        commit(null, null, new RoomEvent.SessionCreated("Benchmark", "java", 60));
        commit(
                null,
                null,
                new RoomEvent.DocumentOpened(
                        DocumentId.MAIN, "main", "java", "lorem ips\n".repeat(LENGTH / 10)));
        commit(ADA, null, RoomRules.join(state, ADA, "Ada", Role.INTERVIEWER));
        commit(MERT, null, RoomRules.join(state, MERT, "Mert", Role.INTERVIEWER));
        mert = entered(MERT).disconnected().client();
        mert = mert.edit(DocumentId.MAIN, offline).client();
        for (int i = 0; i < logged.size(); i++) {
            TextOperation edit = logged.get(i);
            var event = new RoomEvent.CodeUpdate(DocumentId.MAIN, revision(i + 1), edit, null);
            missed.add(commit(ADA, new CommandId(i + 1), event));
        }
        ada = entered(ADA);
    }

    static OfflineRoom with(int editsAtOnePlace) {
        return new OfflineRoom(editsAtOnePlace);
    }

    /// Mert's connection is back.
    ///
    /// @throws IllegalStateException if the three do not have the same text in the end
    RoomClient comeBack() {
        Step back = mert.connected();
        Step caughtUp = back.client().receive(snapshot(MERT, new RoomSnapshot.Tail(missed)));
        Command command = (Command) caughtUp.send().getFirst();
        LoggedEvent event = take(command);
        mert =
                caughtUp.client()
                        .receive(
                                new ServerMessage.Ack(
                                        command.id(),
                                        event.seq(),
                                        event.at(),
                                        Acknowledgement.of(command.intent(), event.event())))
                        .client();
        ada = ada.receive(new ServerMessage.Event(event)).client();
        requireSameText();
        return mert;
    }

    /// The relay is sent Mert's edits as they were made.
    LoggedEvent takeOldEdit() {
        var edit = new Intent.CodeUpdate(DocumentId.MAIN, revision(0), offline);
        return take(new Command(new CommandId(1), edit));
    }

    private void requireSameText() {
        String text = Objects.requireNonNull(state.document(DocumentId.MAIN)).text().toString();
        if (!text.equals(mert.text(DocumentId.MAIN).toString())
                || !text.equals(ada.text(DocumentId.MAIN).toString())) {
            throw new IllegalStateException("the texts differ");
        }
    }

    private LoggedEvent take(Command command) {
        return switch (RoomRules.decide(state, new Author.Member(MERT), command.intent(), 1)) {
            case Decision.Accepted(var event, _) -> commit(MERT, command.id(), event);
            case Decision.Refused(var refusal) ->
                    throw new IllegalStateException(refusal.message());
        };
    }

    private LoggedEvent commit(ParticipantId by, CommandId id, RoomEvent event) {
        LoggedEvent logged = new LoggedEvent(state.seq().next(), 1, by, id, event);
        state = RoomRules.evolve(state, logged);
        return logged;
    }

    private RoomClient entered(ParticipantId who) {
        JoinRoom entry = new JoinRoom.ByCode("code", who.value(), null);
        var whole =
                new RoomSnapshot.Whole(
                        DocumentState.allOf(state, Role.INTERVIEWER), List.of(), List.of());
        return RoomClient.joining(entry)
                .connected()
                .client()
                .receive(snapshot(who, whole))
                .client();
    }

    private RoomSnapshot snapshot(ParticipantId who, RoomSnapshot.Content content) {
        Participant you = Objects.requireNonNull(state.participant(who));
        return new RoomSnapshot(
                new RoomSnapshot.You(
                        who, you.name(), you.role(), you.color(), "token", you.lastId()),
                new RoomSnapshot.Session(new SessionId("s"), state.language(), state.session()),
                1,
                state.seq(),
                List.copyOf(state.participants().values()),
                you.permissions(),
                content);
    }

    private static Revision revision(int number) {
        return new Revision(number);
    }

    /// Four letters for each one that is taken back, one after another from a random place on.
    private static List<TextOperation> edits(int editsAtOnePlace, RandomGenerator random) {
        List<TextOperation> edits = new ArrayList<>();
        int length = LENGTH;
        int caret = 0;
        for (int i = 0; i < EDITS; i++) {
            if (i % editsAtOnePlace == 0) {
                caret = 1 + random.nextInt(length - 1);
            }
            boolean takesBack = i % 5 == 4;
            edits.add(
                    takesBack
                            ? TextOperation.delete(length, caret - 1, caret)
                            : TextOperation.insert(length, caret, "x"));
            caret += takesBack ? -1 : 1;
            length = edits.getLast().targetLength();
        }
        return edits;
    }
}
