package dev.tandem.desktop.replay;

import java.util.function.DoubleConsumer;

/// Fetches a recording from wherever it is, on a thread of its own.
@FunctionalInterface
public interface RecordingLoader {
    /// Fetches it. May be interrupted.
    ///
    /// @param progress is told which part is there, from 0 to 1
    /// @throws UnreadableRecording if it cannot be shown
    Recording load(DoubleConsumer progress) throws UnreadableRecording, InterruptedException;
}
