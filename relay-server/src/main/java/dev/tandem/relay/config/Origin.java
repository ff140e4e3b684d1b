package dev.tandem.relay.config;

/// Where a value comes from.
sealed interface Origin {

    /// Nobody said anything, or the program itself did.
    record Default() implements Origin {}

    record Line(String file, int number) implements Origin {
        @Override
        public String toString() {
            return Shown.plain(file) + ":" + number;
        }
    }

    record Variable(String name) implements Origin {}

    record Option(String name) implements Origin {}

    /// What a comment on a value says.
    default String comment() {
        return switch (this) {
            case Default _ -> "default";
            case Line line -> line.toString();
            case Variable(String name) -> name;
            case Option(String name) -> name;
        };
    }

    /// How a problem with a key's value begins.
    default String naming(ConfigKey key) {
        return switch (this) {
            case Default _ -> key.path();
            case Line line -> line + ": " + key.path();
            case Variable(String name) -> name;
            case Option(String name) -> name;
        };
    }
}
