package dev.tandem.desktop.shell;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.Change.Kind;
import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.desktop.session.ClosedReason;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.TextState;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.text.Selection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A room in each of the states that a person may find it in.
enum RoomStates {
    WAITING_INTERVIEWER,
    WAITING_CANDIDATE,
    LIVE_INTERVIEWER,
    LIVE_SPECTATOR,
    OFFLINE,
    RESYNCING,
    REPAIRED,
    RUNNING,
    RAN,
    RAN_BADLY,
    COMPILING,
    QUEUED,
    TESTED,
    TESTED_CANDIDATE,
    NO_SANDBOX,
    NOTED_CANDIDATE,
    NOTED_INTERVIEWER,
    ENDED,
    CLOSED;

    private static final String CODE =
            """
            from collections import Counter
            import re


            def top(text, k):
                \"""The k most frequent words, ties in order.\"""
                words = re.findall(r"[a-z]+", text.lower())
                counts = Counter(words)
                ranked = sorted(counts, key=lambda w: (-counts[w], w))
                return ranked[:k]


            if __name__ == "__main__":
                print(top(input(), 2))  # try it
            """;

    boolean isOfRuns() {
        return compareTo(RUNNING) >= 0 && compareTo(NO_SANDBOX) <= 0;
    }

    boolean showsTests() {
        return this == TESTED || this == TESTED_CANDIDATE;
    }

    boolean showsWhatIsRecorded() {
        return this == NOTED_INTERVIEWER;
    }

    StillRoom room() {
        return switch (this) {
            case WAITING_INTERVIEWER -> waiting(Role.INTERVIEWER);
            case WAITING_CANDIDATE -> waiting(Role.CANDIDATE);
            case LIVE_INTERVIEWER -> lively(Role.INTERVIEWER, SessionStatus.ACTIVE);
            case LIVE_SPECTATOR -> lively(Role.SPECTATOR, SessionStatus.ACTIVE);
            case NOTED_CANDIDATE -> noted(Role.CANDIDATE);
            case NOTED_INTERVIEWER -> noted(Role.INTERVIEWER);
            case OFFLINE -> offline();
            case RESYNCING -> resyncing();
            case REPAIRED -> repaired();
            case RUNNING -> RunStates.running(lively(Role.CANDIDATE, SessionStatus.ACTIVE));
            case RAN -> RunStates.ran(lively(Role.INTERVIEWER, SessionStatus.ACTIVE));
            case RAN_BADLY -> RunStates.ranBadly(lively(Role.INTERVIEWER, SessionStatus.ACTIVE));
            case COMPILING -> RunStates.compiling(lively(Role.SPECTATOR, SessionStatus.ACTIVE));
            case QUEUED -> RunStates.queued(lively(Role.INTERVIEWER, SessionStatus.ACTIVE));
            case TESTED -> RunStates.tested(lively(Role.INTERVIEWER, SessionStatus.ACTIVE));
            case TESTED_CANDIDATE -> RunStates.tested(lively(Role.CANDIDATE, SessionStatus.ACTIVE));
            case NO_SANDBOX -> RunStates.noSandbox(lively(Role.INTERVIEWER, SessionStatus.ACTIVE));
            case ENDED -> lively(Role.CANDIDATE, SessionStatus.ENDED);
            case CLOSED -> closed();
        };
    }

    /// What the person who made the interview knows.
    Map<Role, Invite> invites() {
        Map<Role, Invite> invites = new EnumMap<>(Role.class);
        if (this == WAITING_INTERVIEWER || this == LIVE_INTERVIEWER) {
            long bits = 0x0aa37ac9c5a9ab0L;
            for (Role role : Role.values()) {
                InviteCode code = InviteCode.ofBits(bits);
                invites.put(
                        role, new Invite(new InviteLink("192.168.1.20", 8377, code, false), null));
                bits *= 31;
            }
        }
        return invites;
    }

    private static StillRoom waiting(Role me) {
        StillRoom room = new StillRoom();
        Participant ada = room.comes("Ada Kaya", Role.INTERVIEWER, Presence.CONNECTED);
        room.happens(-60, me == Role.INTERVIEWER ? "You joined" : "Ada Kaya joined");
        Participant mert =
                me == Role.CANDIDATE
                        ? room.comes("Mert Demir", Role.CANDIDATE, Presence.CONNECTED)
                        : null;
        room.be(mert == null ? ada : mert, SessionStatus.WAITING);
        return room;
    }

    private static StillRoom noted(Role me) {
        StillRoom room = lively(me, SessionStatus.ACTIVE);
        room.notes(room.people.get(1), 902, new Fact.WindowAway(12_400));
        room.notes(room.people.get(1), 931, new Fact.PastedFromOutside(DocumentId.MAIN, 412));
        return room;
    }

    private static StillRoom lively(Role me, SessionStatus status) {
        StillRoom room = new StillRoom();
        Participant ada = room.comes("Ada Kaya", Role.INTERVIEWER, Presence.CONNECTED);
        Participant mert = room.comes("Mert Demir", Role.CANDIDATE, Presence.CONNECTED);
        Participant selin = room.comes("Selin Öz", Role.SPECTATOR, Presence.LOST);
        room.text = CODE;
        room.runner.set(RunStates.RUNNER);
        room.happens(0, "Ada Kaya started the interview");
        room.says(ada, 751, "What should happen when two words are equally frequent?");
        room.says(mert, 758, "Alphabetical, I'd say. Does that fit?");
        room.says(ada, 764, "Yes. Take your time.");
        room.happens(902, "Selin Öz joined to watch");
        room.happens(1100, "Mert Demir lost the connection");
        room.happens(1106, "Mert Demir is back");
        room.says(mert, 1450, "That works. What about an apostrophe?");
        room.typing.add(mert.participantId());
        room.changed(ada, 20, Kind.EDIT, 96, 0);
        room.changed(mert, 751, Kind.EDIT, 412, 0);
        room.changed(mert, 1106, Kind.EDIT, 24, 3);
        Change gone = room.changed(mert, 1110, Kind.EDIT, 5, 0);
        room.nothingLeft.add(gone);
        room.changed(mert, 1112, Kind.UNDO, 0, 5);
        room.changed(ada, 1402, Kind.EDIT, 0, 1);
        room.changed(mert, 1440, Kind.REVERT, 1, 0);
        int caret = CODE.indexOf("lower()") + 7;
        room.selections.set(Map.of(mert.participantId(), List.of(new Selection(caret - 7, caret))));
        room.be(
                switch (me) {
                    case INTERVIEWER -> ada;
                    case CANDIDATE -> mert;
                    case SPECTATOR -> selin;
                },
                status);
        return room;
    }

    private static StillRoom offline() {
        StillRoom room = lively(Role.CANDIDATE, SessionStatus.ACTIVE);
        room.connection.set(
                new ConnectionStatus.Reconnecting(
                        System.currentTimeMillis() + 60_000, 3, "The relay does not answer."));
        room.unsent.set(true);
        room.chat.add(
                new ChatLine.Message(
                        room.now,
                        room.people.get(1).participantId(),
                        "Still here",
                        Delivery.PENDING));
        return room;
    }

    private static StillRoom resyncing() {
        StillRoom room = lively(Role.CANDIDATE, SessionStatus.ACTIVE);
        room.connection.set(
                new ConnectionStatus.Reconnecting(
                        System.currentTimeMillis(), 1, "The connection was lost."));
        room.unsent.set(true);
        room.textState.set(TextState.RESYNCING);
        return room;
    }

    private static StillRoom repaired() {
        StillRoom room = lively(Role.CANDIDATE, SessionStatus.ACTIVE);
        room.textState.set(TextState.REPAIRED);
        return room;
    }

    private static StillRoom closed() {
        StillRoom room = lively(Role.CANDIDATE, SessionStatus.ACTIVE);
        room.connection.set(
                new ConnectionStatus.Closed(
                        ClosedReason.REPLACED, "You are in this interview in another window now."));
        room.may.set(Set.of());
        return room;
    }
}
