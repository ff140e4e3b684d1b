package dev.tandem.desktop.replay;

import org.jspecify.annotations.Nullable;

/// A recording cannot be shown. Its message is a sentence for people.
public final class UnreadableRecording extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableRecording(String sentence) {
        this(sentence, null);
    }

    public UnreadableRecording(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
