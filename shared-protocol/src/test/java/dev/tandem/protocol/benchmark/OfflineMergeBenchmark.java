package dev.tandem.protocol.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Someone wrote 10,000 edits without a connection, while someone else wrote 10,000 that are in the
/// log; then the connection is back.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class OfflineMergeBenchmark {

    /// How many edits each writes at one place before going on at another: all of them is the easy
    /// case, few the bad one.
    @Param({"10000", "20"})
    public int editsAtOnePlace;

    private OfflineRoom room;

    @Setup(Level.Invocation)
    public void goOffline() {
        room = OfflineRoom.with(editsAtOnePlace);
    }

    /// The way Tandem's own client goes: it carries its edits over the log, and sends them at its
    /// head; the relay takes them, and everyone hears of it.
    @Benchmark
    public Object clientComesBack() {
        return room.comeBack();
    }

    /// The way a client can go that sends what it has before it hears of anything: the relay
    /// carries it over the log.
    @Benchmark
    public Object relayTakesOldEdit() {
        return room.takeOldEdit();
    }
}
