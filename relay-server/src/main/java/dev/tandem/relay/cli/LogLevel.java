package dev.tandem.relay.cli;

import dev.tandem.relay.config.LogConfig;

/// How much the relay's own classes log.
final class LogLevel {
    private LogLevel() {}

    /// A logger asks when it is made, so this comes before the first class that has one.
    static void set(LogConfig log) {
        System.setProperty("org.slf4j.simpleLogger.log.dev.tandem", log.level().name());
    }
}
