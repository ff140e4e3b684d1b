package dev.tandem.desktop.shell;

import dev.tandem.desktop.fx.Theme;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the application was started with.
///
/// @param invite a code or a link to fill in; empty for none
record Arguments(Theme theme, String invite) {
    private static final String THEME = "--theme";

    /// Takes the arguments apart.
    ///
    /// @throws IllegalArgumentException for what it does not know; the message is for people
    static Arguments parse(List<String> given) {
        Theme theme = Theme.SYSTEM;
        String invite = "";
        Deque<String> rest = new ArrayDeque<>(given);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (argument.equals(THEME)) {
                theme = theme(Optional.ofNullable(rest.poll()).orElse(""));
            } else if (argument.startsWith(THEME + "=")) {
                theme = theme(argument.substring(THEME.length() + 1));
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException(
                        "There is no option %s; there is --theme light|dark|system, and a code or a link can be given."
                                .formatted(argument));
            } else {
                invite = argument;
            }
        }
        return new Arguments(theme, invite);
    }

    private static Theme theme(String word) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--theme is light, dark or system, not '%s'.".formatted(word)));
    }
}
