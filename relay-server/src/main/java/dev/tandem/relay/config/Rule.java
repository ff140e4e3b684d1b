package dev.tandem.relay.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What has to hold between the values of several keys, or within one beyond its range.
///
/// @param keys their paths; the first that somebody gave is named when it does not hold
/// @param problem says why it does not hold, and what to do; empty if it does
record Rule<T>(List<String> keys, Function<T, Optional<String>> problem) {}
