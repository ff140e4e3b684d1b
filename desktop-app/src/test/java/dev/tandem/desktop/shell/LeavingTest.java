package dev.tandem.desktop.shell;

import static dev.tandem.protocol.role.Role.CANDIDATE;
import static dev.tandem.protocol.role.Role.INTERVIEWER;
import static dev.tandem.protocol.role.SessionStatus.ACTIVE;
import static dev.tandem.protocol.role.SessionStatus.ENDED;
import static dev.tandem.protocol.role.SessionStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Confirm;
import org.junit.jupiter.api.Test;

final class LeavingTest {

    @Test
    void nothingIsAskedWhereNothingIsLost() {
        assertThat(Leaving.question(ENDED, INTERVIEWER, true, true)).isEmpty();
        assertThat(Leaving.question(WAITING, CANDIDATE, false, false)).isEmpty();
    }

    @Test
    void whoEndsItForEveryoneIsTold() {
        assertThat(Leaving.question(ACTIVE, INTERVIEWER, true, false))
                .map(Confirm::action)
                .hasValue("Leave and end it");
        assertThat(Leaving.question(WAITING, INTERVIEWER, false, true))
                .map(Confirm::consequence)
                .hasValueSatisfying(it -> assertThat(it).contains("runs on this computer"));
    }

    @Test
    void othersAreAskedOnce() {
        assertThat(Leaving.question(ACTIVE, CANDIDATE, false, false))
                .map(Confirm::question)
                .hasValue("Leave the interview?");
        assertThat(Leaving.question(ACTIVE, INTERVIEWER, false, false))
                .map(Confirm::action)
                .hasValue("Leave");
    }
}
