package dev.tandem.relay.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Everything that is measured, and its text for Prometheus. Each part of the relay registers its
/// own meters with [#registry]. Any thread.
public final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS =
            IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 1_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    public Metrics() {
        garbage.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public MeterRegistry registry() {
        return registry;
    }

    /// All of it as it is now, in Prometheus' text format.
    public String text() {
        return registry.scrape();
    }

    /// How long something takes, in buckets from a millisecond to a second.
    public static Timer timer(MeterRegistry registry, String name, String help) {
        return Timer.builder(name)
                .description(help)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /// How many of something there are now.
    public static void gauge(
            MeterRegistry registry, String name, String help, Supplier<Number> count) {
        Gauge.builder(name, count).description(help).register(registry);
    }

    /// How many there were since the start, counted elsewhere.
    public static <T> void counter(
            MeterRegistry registry, String name, String help, T of, ToDoubleFunction<T> count) {
        FunctionCounter.builder(name, of, count).description(help).register(registry);
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
