package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.session.RoomSession;
import java.util.function.LongConsumer;

/// How long it takes from a key in one window until its letter is in another: of the keys that come
/// while another one is on its way, none is measured. FX thread.
final class Echo {
    private static final long NOTHING = 0;

    private final LongConsumer times;
    private long pressedAt = NOTHING;

    /// @param other hears what is typed elsewhere, when its window shows it already
    Echo(RoomSession other, LongConsumer times) {
        this.times = times;
        other.onRemoteEdit(_ -> arrived());
    }

    void pressed() {
        if (pressedAt == NOTHING) {
            pressedAt = System.nanoTime();
        }
    }

    private void arrived() {
        if (pressedAt != NOTHING) {
            times.accept(System.nanoTime() - pressedAt);
            pressedAt = NOTHING;
        }
    }
}
