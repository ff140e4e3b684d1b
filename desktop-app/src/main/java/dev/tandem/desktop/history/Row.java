package dev.tandem.desktop.history;

import dev.tandem.protocol.api.SessionSummary;

/// A row of the list.
public sealed interface Row {

    record Interview(SessionSummary session) implements Row {}

    /// One that is still to come.
    record Outline() implements Row {}

    /// In place of more: they did not come.
    record Trouble(String sentence) implements Row {}
}
