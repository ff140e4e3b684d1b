package dev.tandem.protocol.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.RunPart.Printed;
import dev.tandem.protocol.room.RunPart.Typed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Runs in a room: what is decided about them, and what they become.
class RunsTest {
    private static final Author MERT = new Author.Member(Rooms.MERT);
    private RoomState room = Rooms.of(SessionStatus.ACTIVE);

    @Test
    void aRunIsNamedByItsPlaceAndTakesTheTextAsItIs() {
        RoomEvent.RunStarted first = started(new Intent.RunCode(DocumentId.MAIN, null, false));
        RoomEvent.RunStarted second = started(new Intent.RunCode(DocumentId.MAIN, "a", false));
        assertThat(first.runId()).isNotEqualTo(second.runId());
        assertThat(first.language()).isEqualTo("python");
        assertThat(run(first.runId()).inputEnded()).isFalse();
        assertThat(run(second.runId()).inputEnded()).isTrue();
        assertThat(run(second.runId()).transcript().parts())
                .containsExactly(new Typed(Rooms.MERT, "a", true));
    }

    @Test
    void whatIsTypedAndPrintedKeepsItsOrder() {
        RunId id = started(new Intent.RunCode(DocumentId.MAIN, null, false)).runId();
        happen(new RoomEvent.CodeOutput(id, RunStream.STDOUT, "Name? "));
        accept(new Intent.RunInput(id, "Mert\n", false));
        happen(new RoomEvent.CodeOutput(id, RunStream.STDERR, "no"));
        assertThat(run(id).transcript().parts())
                .containsExactly(
                        new Printed(RunStream.STDOUT, "Name? "),
                        new Typed(Rooms.MERT, "Mert\n", false),
                        new Printed(RunStream.STDERR, "no"));
    }

    @Test
    void nothingIsTypedBehindTheEndOfTheInput() {
        RunId id = started(new Intent.RunCode(DocumentId.MAIN, null, false)).runId();
        accept(new Intent.RunInput(id, "", true));
        assertThat(refusal(new Intent.RunInput(id, "a", false))).isEqualTo(ErrorCode.BAD_MESSAGE);
    }

    @Test
    void aRunThatIsOverChangesNoMore() {
        RunId id = started(new Intent.RunCode(DocumentId.MAIN, null, false)).runId();
        accept(new Intent.StopRun(id));
        assertThat(run(id).stopping()).isTrue();
        RunError stopped = new RunError(RunProblem.STOPPED, "Stopped.");
        happen(new RoomEvent.RunFinished(id, null, null, 9, null, null, false, stopped));
        Run over = run(id);
        happen(new RoomEvent.CodeOutput(id, RunStream.STDOUT, "late"));
        assertThat(run(id)).isEqualTo(over);
        assertThat(refusal(new Intent.StopRun(id))).isEqualTo(ErrorCode.NO_SUCH_RUN);
        assertThat(refusal(new Intent.RunInput(id, "a", true))).isEqualTo(ErrorCode.NO_SUCH_RUN);
    }

    @Test
    void whoMayNotRunIsRefusedAndStillSubmits() {
        happen(new RoomEvent.PermissionsChanged(Rooms.MERT, new Permissions(true, false)));
        assertThat(refusal(new Intent.RunCode(DocumentId.MAIN, null, false)))
                .isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(accept(new Intent.SubmitCode(DocumentId.MAIN, "q")))
                .isInstanceOfSatisfying(
                        RoomEvent.CodeSubmitted.class,
                        submitted -> assertThat(submitted.text()).isEqualTo("x = 1\n"));
    }

    @Test
    void aDocumentWithoutTestsHasNoneToRun() {
        Intent.RunCode tests = new Intent.RunCode(DocumentId.MAIN, null, true);
        assertThat(refusal(tests)).isEqualTo(ErrorCode.BAD_MESSAGE);
        happen(
                new RoomEvent.TestsChanged(
                        DocumentId.MAIN, List.of(new TestCase("a", "b", "c", true))));
        assertThat(started(tests).tests()).isEqualTo(1);
    }

    @Test
    void ofAHiddenTestOnlyWhoLeadsSeesMoreThanItsNameAndWhetherItPassed() {
        RoomEvent.TestFinished secret =
                new RoomEvent.TestFinished(
                        new RunId("r"), 0, "a", true, true, 0, 7L, "out", "err", null);
        RoomEvent.TestFinished told =
                new RoomEvent.TestFinished(
                        new RunId("r"), 0, "a", true, true, null, null, null, null, null);
        RoomEvent tests =
                new RoomEvent.TestsChanged(
                        DocumentId.MAIN, List.of(new TestCase("a", "in", "out", true)));
        assertThat(secret.seenBy(Role.CANDIDATE)).isEqualTo(told);
        assertThat(secret.seenBy(Role.SPECTATOR)).isEqualTo(told);
        assertThat(secret.seenBy(Role.INTERVIEWER)).isEqualTo(secret);
        assertThat(tests.seenBy(Role.CANDIDATE))
                .isEqualTo(
                        new RoomEvent.TestsChanged(
                                DocumentId.MAIN, List.of(new TestCase("a", null, null, true))));
        assertThat(tests.seenBy(Role.INTERVIEWER)).isEqualTo(tests);
    }

    @Test
    void theLastTwentyAreKept() {
        for (int i = 0; i < 25; i++) {
            started(new Intent.RunCode(DocumentId.MAIN, "", false));
        }
        assertThat(room.runs().all()).hasSize(Limits.RUNS_KEPT);
        assertThat(room.runs().all().getLast().runId().value()).isEqualTo("run-" + room.seq());
    }

    @Test
    void theEndOfALongOutputIsKeptInWholeCharacters() {
        RunId id = started(new Intent.RunCode(DocumentId.MAIN, null, false)).runId();
        String all = "a" + "😀ü".repeat(20_000);
        for (int i = 0; i < all.length(); i += 999) {
            int end = Math.min(all.length(), i + 999);
            happen(new RoomEvent.CodeOutput(id, RunStream.STDOUT, all.substring(i, end)));
        }
        Transcript kept = run(id).transcript();
        String text = kept.parts().stream().map(RunPart::text).collect(Collectors.joining());
        assertThat(all).endsWith(text);
        assertThat(kept.cut()).isTrue();
        assertThat(kept.bytes())
                .isBetween(Limits.OUTPUT_KEPT - 1_000, Limits.OUTPUT_KEPT)
                .isEqualTo(
                        kept.parts().stream()
                                .mapToInt(p -> p.text().getBytes(StandardCharsets.UTF_8).length)
                                .sum());
    }

    private RoomEvent.RunStarted started(Intent.RunCode intent) {
        return (RoomEvent.RunStarted) accept(intent);
    }

    private RoomEvent accept(Intent intent) {
        RoomEvent event =
                ((Decision.Accepted) RoomRules.decide(room, MERT, intent, room.at())).event();
        happen(event);
        return event;
    }

    private ErrorCode refusal(Intent intent) {
        return ((Decision.Refused) RoomRules.decide(room, MERT, intent, room.at()))
                .refusal()
                .code();
    }

    private void happen(RoomEvent event) {
        room = Rooms.after(room, Rooms.MERT, event);
    }

    private Run run(RunId id) {
        return Objects.requireNonNull(room.runs().get(id));
    }
}
