package dev.tandem.relay.room;

import dev.tandem.relay.metrics.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// What is measured of all rooms together. Any thread.
///
/// @param events that were committed
/// @param fanout from the commit until all who are in the room have it in their outbox
record RoomMeters(Counter events, Timer fanout) {
    RoomMeters(MeterRegistry registry) {
        this(
                Counter.builder("tandem.events")
                        .description("Events that were committed.")
                        .register(registry),
                Metrics.timer(
                        registry, "tandem.fanout", "Handing what was committed to everyone."));
    }
}
