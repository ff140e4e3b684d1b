package dev.tandem.protocol.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunInput;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.RunStopped;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.room.RunPart.Printed;
import dev.tandem.protocol.room.RunPart.Typed;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.TreePVector;

/// The last runs of a session, oldest first: the fold of what happened to them. Immutable. An event
/// about a run that is not known, or is over, changes nothing.
///
/// @param kept bytes, in UTF-8, of what was typed and printed that are kept of each run
public record Runs(PMap<RunId, Run> byId, int kept) {

    public static Runs keeping(int bytes) {
        return new Runs(OrderedPMap.empty(), bytes);
    }

    /// The same runs, and as many more bytes of those to come.
    public static Runs of(List<Run> runs, int bytes) {
        Runs all = keeping(bytes);
        for (Run run : runs) {
            all = all.with(run);
        }
        return all;
    }

    public @Nullable Run get(RunId id) {
        return byId.get(id);
    }

    public List<Run> all() {
        return List.copyOf(byId.values());
    }

    /// The state after `logged`; what is not about runs changes nothing.
    public Runs evolve(LoggedEvent logged) {
        return switch (logged.event()) {
            case RunStarted started ->
                    byId.containsKey(started.runId()) ? this : begin(logged, started);
            case CodeOutput(var id, var stream, String text) ->
                    change(id, run -> run.with(new Printed(stream, text), kept));
            case RunInput(var id, String text, boolean eof) ->
                    change(id, run -> run.with(new Typed(logged.by(), text, eof), kept));
            case RunStopped(var id) -> change(id, Run::stopped);
            case TestFinished result -> change(result.runId(), run -> run.with(result));
            case RunFinished finished -> change(finished.runId(), run -> run.with(finished));
            case RoomEvent _ -> this;
        };
    }

    private Runs begin(LoggedEvent logged, RunStarted started) {
        String stdin = started.stdin();
        Run run =
                new Run(
                        started.runId(),
                        started.doc(),
                        started.language(),
                        started.revision(),
                        logged.by(),
                        logged.at(),
                        started.tests(),
                        started.tests() != null,
                        false,
                        Transcript.EMPTY,
                        TreePVector.empty(),
                        null);
        return with(stdin == null ? run : run.with(new Typed(logged.by(), stdin, true), kept));
    }

    private Runs change(RunId id, UnaryOperator<Run> change) {
        Run run = byId.get(id);
        return run == null || run.isOver() ? this : with(change.apply(run));
    }

    private Runs with(Run run) {
        PMap<RunId, Run> more = byId.plus(run.runId(), run);
        return new Runs(
                more.size() > Limits.RUNS_KEPT ? more.minus(more.keySet().iterator().next()) : more,
                kept);
    }
}
