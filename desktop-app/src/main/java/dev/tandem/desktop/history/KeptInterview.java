package dev.tandem.desktop.history;

import dev.tandem.protocol.api.SessionSummary;

/// An interview, and where it is kept.
///
/// @param where the place in words: `this computer`, `relay.example.org`
public record KeptInterview(Archive archive, String where, SessionSummary session) {}
