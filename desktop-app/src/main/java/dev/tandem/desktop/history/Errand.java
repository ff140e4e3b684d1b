package dev.tandem.desktop.history;

/// What is being done, or was done last, with an interview, in a sentence.
///
/// @param state whether it goes on, went well, or did not
public record Errand(State state, String sentence) {
    static final Errand NONE = new Errand(State.DONE, "");

    /// How it stands.
    public enum State {
        /// It can be given up.
        CANCELLABLE,
        GOING_ON,
        DONE,
        FAILED
    }

    public boolean isGoingOn() {
        return state == State.CANCELLABLE || state == State.GOING_ON;
    }

    static Errand goingOn(String sentence) {
        return new Errand(State.GOING_ON, sentence);
    }

    static Errand done(String sentence) {
        return new Errand(State.DONE, sentence);
    }

    static Errand failed(String sentence) {
        return new Errand(State.FAILED, sentence);
    }
}
