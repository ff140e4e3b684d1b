package dev.tandem.desktop.replay;

/// A recording with all that is found out about it before it is shown.
public record Replay(Recording recording, Story story) {

    /// Takes a while, so no thread that draws should do it.
    ///
    /// @throws UnreadableRecording if there is nothing in it
    public static Replay of(Recording recording) throws UnreadableRecording {
        if (recording.events().isEmpty()) {
            throw new UnreadableRecording("Nothing happened in this recording.");
        }
        return new Replay(recording, Story.of(recording.events()));
    }
}
