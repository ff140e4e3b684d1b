package dev.tandem.desktop.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.Change.Kind;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {
    private final StillRoom room = new StillRoom();
    private final ChangeWords words = new ChangeWords(room);
    private ParticipantId ada;
    private ParticipantId mert;

    @BeforeEach
    void enter() {
        Participant me = room.comes("Ada Kaya", Role.INTERVIEWER, Presence.CONNECTED);
        ada = me.participantId();
        mert = room.comes("Mert Demir", Role.CANDIDATE, Presence.CONNECTED).participantId();
        room.be(me, SessionStatus.ACTIVE);
    }

    @Test
    void anEditIsSaidInNumbers() {
        assertThat(sentence(edit(mert, 24, 0), 1))
                .isEqualTo("Mert Demir added 24 characters in line 1");
        assertThat(sentence(edit(ada, 0, 1), 2)).isEqualTo("You removed 1 character in line 2");
        assertThat(sentence(edit(null, 1_200, 30), 4))
                .isEqualTo("Someone added 1,200 and removed 30 characters in line 4");
        assertThat(sentence(edit(mert, 1, 0), 0)).isEqualTo("Mert Demir added 1 character");
    }

    @Test
    void anUndoIsSaidToBeOne() {
        assertThat(sentence(taken(mert, Kind.UNDO, null), 5))
                .isEqualTo("Mert Demir undid a change");
        assertThat(sentence(taken(ada, Kind.REDO, null), 5)).isEqualTo("You redid a change");
        assertThat(sentence(taken(ada, Kind.REVERT, mert), 5))
                .isEqualTo("You reverted a change by Mert Demir");
        assertThat(sentence(taken(mert, Kind.REVERT, ada), 5))
                .isEqualTo("Mert Demir reverted a change of yours");
    }

    @Test
    void theTimeIsThatOfTheInterview() {
        assertThat(words.when(at(StillRoom.STARTED + 61_000))).isEqualTo("01:01");
        assertThat(words.when(at(StillRoom.STARTED - 1))).isEqualTo("before the start");
        room.session.set(StillRoom.facts(SessionStatus.WAITING));
        assertThat(words.when(at(StillRoom.STARTED))).isEqualTo("before the start");
    }

    private String sentence(Change change, int line) {
        return words.who(change) + " " + words.what(change, line);
    }

    private static Change edit(@Nullable ParticipantId by, int added, int removed) {
        return new Change(by, 0, 1, 1, Kind.EDIT, null, added, removed);
    }

    private static Change taken(ParticipantId by, Kind kind, @Nullable ParticipantId of) {
        return new Change(by, 0, 1, 1, kind, of, 1, 0);
    }

    private static Change at(long at) {
        return new Change(null, at, 1, 1, Kind.EDIT, null, 1, 0);
    }
}
