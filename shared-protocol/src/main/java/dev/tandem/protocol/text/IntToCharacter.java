package dev.tandem.protocol.text;

/// Looks up the code unit at an offset of a text.
@FunctionalInterface
public interface IntToCharacter {
    char charAt(int offset);
}
