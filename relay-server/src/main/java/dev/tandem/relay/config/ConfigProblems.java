package dev.tandem.relay.config;

import java.util.List;

/// A configuration that a relay cannot work with, and everything that is wrong with it. Each
/// problem is one line that names the place and the key.
public final class ConfigProblems extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    ConfigProblems(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
