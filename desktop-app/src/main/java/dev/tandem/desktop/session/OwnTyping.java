package dev.tandem.desktop.session;

/// Whether the others are to be told that one is writing a chat message. They are told anew every
/// few seconds, because who does not hear it any more takes it back.
final class OwnTyping {
    /// How long after the last key one is no longer writing.
    static final long PAUSE_MS = 5_000;

    private static final long REPEAT_MS = 3_000;

    private boolean on;
    private long lastKeyAt;
    private long lastToldAt;

    /// A key was pressed. Says whether to tell that one is writing.
    boolean key(long now) {
        boolean tell = !on || now - lastToldAt >= REPEAT_MS;
        on = true;
        lastKeyAt = now;
        lastToldAt = tell ? now : lastToldAt;
        return tell;
    }

    /// Says whether to tell that one is no longer writing.
    boolean stop() {
        boolean tell = on;
        on = false;
        return tell;
    }

    /// Says whether to tell that one is no longer writing, because the last key is long ago.
    boolean pause(long now) {
        return now - lastKeyAt >= PAUSE_MS && stop();
    }
}
