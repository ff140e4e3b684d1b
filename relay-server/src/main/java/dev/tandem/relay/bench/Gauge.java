package dev.tandem.relay.bench;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a relay costs, as far as it can be seen from here. Any thread.
final class Gauge implements AutoCloseable {
    /// Of a relay that is somewhere else.
    static final Gauge NONE = new Gauge(null, null);

    private final @Nullable ProcessHandle process;
    private final @Nullable Heap heap;

    private Gauge(@Nullable ProcessHandle process, @Nullable Heap heap) {
        this.process = process;
        this.heap = heap;
    }

    static Gauge of(ProcessHandle process) {
        return new Gauge(process, Heap.of(process));
    }

    /// See [Heap#live]; 0 where it is not known.
    long live() {
        return heap == null ? 0 : heap.live();
    }

    /// See [Heap#afterLastCollection]; 0 where it is not known.
    long heap() {
        return heap == null ? 0 : heap.afterLastCollection();
    }

    /// Not a number where it is not known.
    double relayCpuSeconds() {
        return process == null ? Double.NaN : cpuSeconds(process);
    }

    static double ownCpuSeconds() {
        return cpuSeconds(ProcessHandle.current());
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Gauge::seconds).orElse(Double.NaN);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    @Override
    public void close() {
        if (heap != null) {
            heap.close();
        }
    }
}
