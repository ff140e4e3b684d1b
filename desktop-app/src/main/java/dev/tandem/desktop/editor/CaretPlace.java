package dev.tandem.desktop.editor;

/// Where the caret is, as people count.
///
/// @param line from 1
/// @param column from 1, in characters
public record CaretPlace(int line, int column) {}
