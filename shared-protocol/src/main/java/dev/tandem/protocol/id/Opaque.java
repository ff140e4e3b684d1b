package dev.tandem.protocol.id;

/// What every opaque id has in common: 1 to 64 characters, none of them a control character.
final class Opaque {
    private static final int LONGEST = 64;

    private Opaque() {}

    static boolean isValid(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().noneMatch(Character::isISOControl);
    }

    static void check(String what, String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a " + what + " has 1 to " + LONGEST + " characters");
        }
    }
}
