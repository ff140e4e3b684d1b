package dev.tandem.relay.config;

/// An option that a relay cannot work with. The message is a sentence that names it.
public final class ConfigProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String option;

    ConfigProblem(String option, String sentence) {
        super(option + ": " + sentence);
        this.option = option;
    }

    /// The option as it is written on the command line, `--port` for instance.
    public String option() {
        return option;
    }
}
