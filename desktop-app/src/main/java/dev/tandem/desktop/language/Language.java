package dev.tandem.desktop.language;

/// A language that code can be written in.
///
/// @param id as on the wire
/// @param name as on screen
/// @param extension of its files, without a dot
/// @param lineComment what begins a comment to the line's end, empty where there is none
public record Language(String id, String name, String extension, String lineComment) {}
