package dev.tandem.relay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.RoomState;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final List<RoomEvent> LOG =
            List.of(
                    joined("a", "Ada", Role.INTERVIEWER, false),
                    joined("b", "Bob", Role.CANDIDATE, false),
                    joined("c", "Bob", Role.CANDIDATE, false),
                    joined("d", "Dan", Role.SPECTATOR, false),
                    joined("b", "Bob", Role.CANDIDATE, true),
                    new RoomEvent.ChatMessage("Hello Bob"),
                    new RoomEvent.TestsChanged(
                            DocumentId.MAIN,
                            List.of(
                                    new TestCase("open", "in", "out", false),
                                    new TestCase("closed", "secret", "secret", true))),
                    new RoomEvent.TestFinished(
                            new RunId("r"), 1, "closed", true, true, 0, 9L, "secret", "", null));

    private static PeerJoined joined(String id, String name, Role role, boolean resumed) {
        return new PeerJoined(new ParticipantId(id), name, role, "#8250df", resumed);
    }

    private static List<RoomEvent> told(ExportOptions options) {
        Telling telling = new Telling(options);
        return LOG.stream()
                .map(event -> telling.of(new LoggedEvent(new Seq(1), 1, null, null, event)).event())
                .toList();
    }

    @Test
    void whatIsPrivateIsLeftOutUnlessAskedFor() {
        assertThat(told(ExportOptions.USUAL).toString())
                .contains("Bob", "closed")
                .doesNotContain("secret");
        assertThat(told(ExportOptions.WHOLE)).isEqualTo(LOG);
    }

    @Test
    void peopleCanBeCalledByTheirRoles() {
        List<RoomEvent> told = told(new ExportOptions(false, true));

        assertThat(told.subList(0, 5).stream().map(e -> ((PeerJoined) e).name()))
                .containsExactly(
                        "Interviewer", "Candidate", "Candidate 2", "Spectator", "Candidate");
        assertThat(told.get(5)).isEqualTo(LOG.get(5));
    }

    @Test
    void theHeaderCallsThemTheSame() {
        SessionSummary session =
                new SessionSummary(
                        new SessionId("s"),
                        RoomState.EMPTY.session(),
                        "java",
                        List.of(
                                new Person("Ada", Role.INTERVIEWER),
                                new Person("Bob", Role.CANDIDATE),
                                new Person("Bob", Role.CANDIDATE)),
                        List.of());
        assertThat(new Telling(new ExportOptions(false, true)).of(session).participants())
                .extracting(Person::name)
                .containsExactly("Interviewer", "Candidate", "Candidate 2");
        assertThat(new Telling(ExportOptions.USUAL).of(session)).isEqualTo(session);
    }
}
