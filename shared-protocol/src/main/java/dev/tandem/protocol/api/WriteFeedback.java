package dev.tandem.protocol.api;

import org.jspecify.annotations.Nullable;

/// Puts a text in the place of what one wrote before.
///
/// @param text a blank one takes the feedback back
/// @param version the one that is replaced, 0 for none; null for whatever is there
public record WriteFeedback(String text, @Nullable Integer version) {}
