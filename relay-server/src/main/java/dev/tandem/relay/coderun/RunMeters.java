package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.relay.metrics.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;

/// What is measured of all runs. Any thread.
record RunMeters(MeterRegistry registry) {

    void watch(Turns turns, BooleanSupplier ready) {
        Metrics.gauge(registry, "tandem.runs.running", "Runs under way.", turns::running);
        Metrics.gauge(registry, "tandem.runs.queued", "Runs that wait.", turns::waiting);
        Metrics.gauge(
                registry,
                "tandem.sandbox",
                "1 where there is a sandbox, so that code can be run.",
                () -> ready.getAsBoolean() ? 1 : 0);
    }

    void started() {
        Counter.builder("tandem.runs.started")
                .description("Runs that were started.")
                .register(registry)
                .increment();
    }

    void finished(RunFinished end) {
        Counter.builder("tandem.runs.finished")
                .description("Runs that are over, by how they ended.")
                .tag("verdict", verdict(end))
                .register(registry)
                .increment();
    }

    private static String verdict(RunFinished end) {
        if (end.error() != null) {
            return end.error().code().word();
        }
        if (end.signal() != null) {
            return "signal";
        }
        Integer exitCode = end.exitCode();
        return exitCode != null && exitCode == 0 ? "ok" : "exit_code";
    }
}
