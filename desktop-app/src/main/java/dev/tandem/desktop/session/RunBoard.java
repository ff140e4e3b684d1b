package dev.tandem.desktop.session;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.Runs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// The runs of a room as one window knows them: with more of their output than a room keeps for who
/// comes later, and how far those have come that are under way. Immutable; made by what happens
/// alone.
///
/// @param runs the last ones, oldest first
/// @param progress the newest word on each run under way
public record RunBoard(Runs runs, PMap<RunId, RunProgressed> progress) {
    /// Bytes of each run; above what a relay lets a program print.
    private static final int KEPT = 1 << 22;

    public static final RunBoard EMPTY = new RunBoard(Runs.keeping(KEPT), HashTreePMap.empty());

    /// The runs of a room that is past, of which nobody says how far they have come.
    static RunBoard recorded(Runs runs) {
        return new RunBoard(runs, HashTreePMap.empty());
    }

    /// All runs, oldest first.
    public List<Run> all() {
        return runs.all();
    }

    public @Nullable Run newest() {
        List<Run> all = all();
        return all.isEmpty() ? null : all.getLast();
    }

    /// How far a run has come; null where it is over or nothing was said.
    public @Nullable RunProgressed progress(RunId id) {
        return progress.get(id);
    }

    @SuppressWarnings("ReferenceEquality") // most of what happens is not about runs
    public RunBoard happened(LoggedEvent logged) {
        Runs after = runs.evolve(logged);
        return after == runs ? this : new RunBoard(after, progress).withoutThePast();
    }

    public RunBoard progressed(RunProgressed newest) {
        return new RunBoard(runs, progress.plus(newest.runId(), newest)).withoutThePast();
    }

    /// The room as it is found, which may know less of the output of a run that was seen to its
    /// end.
    public RunBoard found(List<Run> told) {
        List<Run> known = new ArrayList<>();
        for (Run run : told) {
            Run mine = runs.get(run.runId());
            known.add(mine != null && mine.isOver() ? mine : run);
        }
        return new RunBoard(Runs.of(known, KEPT), HashTreePMap.empty());
    }

    private RunBoard withoutThePast() {
        PMap<RunId, RunProgressed> underWay = progress;
        for (RunId id : progress.keySet()) {
            Run run = runs.get(id);
            underWay = run == null || run.isOver() ? underWay.minus(id) : underWay;
        }
        return new RunBoard(runs, underWay);
    }
}
