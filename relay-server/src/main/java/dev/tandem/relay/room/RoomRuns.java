package dev.tandem.relay.room;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.room.Run;
import dev.tandem.relay.coderun.CodeRunner;
import dev.tandem.relay.coderun.RunKey;
import dev.tandem.relay.coderun.RunListener;
import dev.tandem.relay.coderun.RunOrder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a room has to do with the runs of its session: it accepts them, hears of them by its
/// mailbox, and puts an end to those that nobody runs any more.
///
/// @param mail posts a letter to the room
record RoomRuns(SessionId session, CodeRunner runner, Consumer<Letter> mail) {
    static final RunError ENDED = new RunError(RunProblem.STOPPED, "The interview ended.");
    static final RunError LEFT =
            new RunError(RunProblem.STOPPED, "Nobody was left who could see it.");
    static final RunError CLOSED = new RunError(RunProblem.STOPPED, "The relay was stopped.");
    static final RunError LOST =
            new RunError(RunProblem.INTERNAL, "The relay was interrupted while this ran.");

    /// Why the relay does not run this, where the room would have it.
    @Nullable Refusal whyNot(RoomState state, RunStarted started) {
        Refusal unavailable = runner.whyNot(started.language());
        if (unavailable != null) {
            return unavailable;
        }
        return underWay(state).findAny().isPresent()
                ? tooMany("Something runs in this room already; wait for it, or stop it.")
                : null;
    }

    /// Keeps a place for a run.
    ///
    /// @return why there is none; null where there is
    @Nullable Refusal reserve(RunId run) {
        return runner.reserve(key(run))
                ? null
                : tooMany("Too many programs wait for their turn; try again in a moment.");
    }

    private static Refusal tooMany(String sentence) {
        return new Refusal(ErrorCode.TOO_MANY_RUNS, sentence, Map.of());
    }

    void begin(Document document, RunStarted started) {
        RunOrder order =
                new RunOrder(
                        started.runId(),
                        started.language(),
                        document.text().toString(),
                        started.stdin(),
                        started.tests() == null ? List.of() : document.tests());
        runner.start(session, order, listener(started.runId()));
    }

    private RunListener listener(RunId run) {
        return new RunListener() {
            @Override
            public void happened(RoomEvent event) {
                mail.accept(new Letter.Ran(run, event));
            }

            @Override
            public void progressed(
                    RunPhase phase, @Nullable Integer place, @Nullable Long limitMs) {
                mail.accept(new Letter.Progressed(new RunProgress(run, phase, place, limitMs)));
            }
        };
    }

    void type(RunId run, String text, boolean eof) {
        runner.type(key(run), text, eof);
    }

    void stop(RunId run) {
        runner.stop(key(run));
    }

    /// The run is over for this room.
    void forget(RunId run) {
        runner.forget(key(run));
    }

    /// Those that the log says are under way.
    Stream<Run> underWay(RoomState state) {
        return state.runs().all().stream().filter(run -> !run.isOver());
    }

    /// Those of them that nobody runs: the relay that did was killed, or could not store what
    /// became of them.
    Stream<Run> lost(RoomState state) {
        return underWay(state).filter(run -> !runner.knows(key(run.runId())));
    }

    /// The end of a run that has none of its own.
    RunFinished end(Run run, RunError error, long now) {
        long timeMs = now - run.startedAt();
        return new RunFinished(run.runId(), null, null, timeMs, null, null, false, error);
    }

    private RunKey key(RunId run) {
        return new RunKey(session, run);
    }
}
