package dev.tandem.relay.config;

/// What someone wrote, as a message shows it: on one line, and not all of it if it is long.
final class Shown {
    private static final int MOST = 60;
    private static final int REPLACEMENT = 0xFFFD;

    private Shown() {}

    static String quoted(String given) {
        return "'" + plain(given) + "'";
    }

    static String plain(String given) {
        StringBuilder line = new StringBuilder();
        given.codePoints()
                .limit(MOST)
                .map(c -> isVisible(c) ? c : REPLACEMENT)
                .forEach(line::appendCodePoint);
        return given.codePointCount(0, given.length()) <= MOST ? line.toString() : line + "…";
    }

    static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }
}
