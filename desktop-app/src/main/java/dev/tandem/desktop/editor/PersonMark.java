package dev.tandem.desktop.editor;

import dev.tandem.desktop.fx.PersonColor;

/// How another person's caret is told apart.
///
/// @param name the name to show at the caret
/// @param color the person's colour, the same everywhere in the window
public record PersonMark(String name, PersonColor color) {}
