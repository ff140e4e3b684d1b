package dev.tandem.desktop.session;

/// Something typed that the relay did not take. It is no longer in the visible text.
///
/// @param text what had been typed, so that it can be offered for copying
public record Withdrawn(String text) {}
