package dev.tandem.desktop.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.coderun.RunModel.Action;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.Runner.Offer;
import dev.tandem.protocol.message.Runner.RunLimits;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunModelTest {
    private static final RunId FIRST = new RunId("1");
    private static final RunId SECOND = new RunId("2");
    private final StillRoom room = new StillRoom();
    private RunModel model = new RunModel(room, room);
    private Participant ada = room.comes("Ada", Role.INTERVIEWER, Presence.CONNECTED);
    private Participant mert = room.comes("Mert", Role.CANDIDATE, Presence.CONNECTED);

    @BeforeEach
    void enter() {
        RunLimits limits = new RunLimits(10_000, 60_000, 30_000, 8_000, 512L << 20, 1 << 20);
        room.runner.set(new Runner(null, List.of(new Offer("python", "Python", "3.11.2", limits))));
        room.be(mert, SessionStatus.ACTIVE);
    }

    @Test
    void runsOnceUntilTheRelayAnswers() {
        model.act();
        model.act();
        assertThat(room.asked).containsExactly("run");
        room.lastRefusal.set(new Refusal(ErrorCode.TOO_MANY_RUNS, "Too many."));
        model.inputProperty().set("a b");
        model.act();
        assertThat(room.asked).containsExactly("run", "run on a b");
    }

    @Test
    void theButtonStopsWhatRuns() {
        begin(ada, FIRST, null);
        assertThat(model.actionProperty().get()).isEqualTo(Action.STOP);
        model.act();
        room.runs(mert, 2, new RoomEvent.RunStopped(FIRST));
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.verdictProperty().get().words()).isEqualTo("stopping");
        end(FIRST, null, new RunError(RunProblem.STOPPED, "Stopped."));
        assertThat(model.actionProperty().get()).isEqualTo(Action.RUN);
        assertThat(model.readyProperty().get()).isTrue();
        assertThat(room.asked).containsExactly("stop 1");
        assertThat(model.storyProperty().get())
                .isEqualTo("Run by Ada, 00:01. It was stopped. Nothing was printed.");
    }

    @Test
    void itsTimeIsMeasuredAgainstTheLimitOfItsPhase() {
        begin(mert, FIRST, null);
        room.now = StillRoom.STARTED + 7_000;
        model.tick();
        assertThat(model.progressProperty().get()).isEqualTo(0.1);
        assertThat(model.factsProperty().get()).isEqualTo("6 s of 1 min");
        progress(RunPhase.QUEUED, 3, null);
        assertThat(model.verdictProperty().get().words()).isEqualTo("3rd in the queue");
        assertThat(model.progressProperty().get()).isNegative();
        progress(RunPhase.COMPILING, null, 30_000L);
        room.now += 3_000;
        model.tick();
        assertThat(model.progressProperty().get()).isEqualTo(0.1);
        assertThat(model.factsProperty().get()).isEqualTo("3 s of 30 s");
    }

    @Test
    void oneTypesForTheRunThatIsLookedAtUntilItsInputEnds() {
        begin(mert, FIRST, null);
        model.type("hello");
        model.endInput();
        assertThat(room.asked).containsExactly("type hello", "type the end");
        room.runs(mert, 3, new RoomEvent.RunInput(FIRST, "", true));
        assertThat(model.typableProperty().get()).isFalse();
        model.type("more");
        assertThat(room.asked).hasSize(2);
    }

    @Test
    void anEarlierRunIsLookedAtUntilTheNextOneBegins() {
        begin(mert, FIRST, "a");
        room.runs(mert, 1, new RoomEvent.CodeOutput(FIRST, RunStream.STDOUT, "x"));
        end(FIRST, 0, null);
        begin(ada, SECOND, "b");
        end(SECOND, 1, null);
        model.choose(FIRST);
        assertThat(shown()).isEqualTo(FIRST);
        assertThat(model.storyProperty().get()).isEqualTo("Run by you, 00:01. It ended well.");
        begin(mert, new RunId("3"), null);
        assertThat(shown()).isEqualTo(new RunId("3"));
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        room.runner.set(Runner.none("No sandbox here."));
        assertThat(model.obstacleProperty().get()).isEqualTo("No sandbox here.");
        assertThat(model.readyProperty().get()).isFalse();
        enter();
        room.language.set("cpp");
        assertThat(model.obstacleProperty().get())
                .isEqualTo("This relay cannot run C++; it can run Python.");
        room.language.set("python");
        assertThat(model.obstacleProperty().get()).isEmpty();
        room.runner.set(null);
        assertThat(model.obstacleProperty().get()).isNotEmpty();
    }

    @Test
    void whoMayNotRunHasNoButtonAndIsToldWhy() {
        Set<Capability> rights = EnumSet.copyOf(room.may.get());
        rights.remove(Capability.RUN);
        room.may.set(rights);
        assertThat(model.allowedProperty().get()).isFalse();
        model.act();
        begin(ada, FIRST, null);
        model.act();
        model.type("x");
        assertThat(room.asked).isEmpty();
        assertThat(model.obstacleProperty().get()).contains("interviewer");
        model.submit();
        assertThat(room.asked).containsExactly("submit");
    }

    @Test
    void afterTheEndNothingRuns() {
        room.be(ada, SessionStatus.ENDED);
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.obstacleProperty().get()).contains("ended");
        assertThat(model.allowedProperty().get()).isFalse();
    }

    @Test
    void ofTestsItSaysHowManyPassed() {
        room.runs(ada, 1, started(FIRST, null, 2));
        assertThat(model.verdictProperty().get().words()).isEqualTo("test 1 of 2");
        room.runs(ada, 1, tested(0, true));
        assertThat(model.verdictProperty().get().words()).isEqualTo("test 2 of 2");
        room.runs(ada, 1, tested(1, false));
        end(FIRST, null, null);
        assertThat(model.verdictProperty().get().words()).isEqualTo("1/2 passed");
        assertThat(model.storyProperty().get())
                .isEqualTo("Tests run by Ada, 00:01. 1 of 2 tests passed.");
    }

    private void begin(Participant who, RunId id, @Nullable String stdin) {
        room.runs(who, 1, started(id, stdin, null));
    }

    private static RoomEvent started(RunId id, @Nullable String stdin, @Nullable Integer tests) {
        return new RoomEvent.RunStarted(
                id, DocumentId.MAIN, "python", new Revision(1), stdin, tests);
    }

    private static RoomEvent tested(int index, boolean passed) {
        return new RoomEvent.TestFinished(FIRST, index, "t", false, passed, 0, 1L, "", "", null);
    }

    private void end(RunId id, @Nullable Integer exitCode, @Nullable RunError error) {
        room.runs(
                mert,
                2,
                new RoomEvent.RunFinished(id, exitCode, null, 41, null, null, false, error));
    }

    private void progress(RunPhase phase, @Nullable Integer place, @Nullable Long limit) {
        room.runs.set(
                room.runs
                        .get()
                        .progressed(new RunProgressed(room.now, FIRST, phase, place, limit)));
    }

    private RunId shown() {
        return Objects.requireNonNull(model.shownProperty().get()).runId();
    }
}
