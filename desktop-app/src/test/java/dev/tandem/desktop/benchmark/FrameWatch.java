package dev.tandem.desktop.benchmark;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Measures what a key costs the FX thread, from the moment it gets the key's event until the frame
/// that shows it is laid out: the event's handlers, and then the frame's timers and the scene's
/// styles and layout. The time in between, in which the thread waits for the frame, is nobody's. FX
/// thread.
final class FrameWatch {
    private final AnimationTimer begin =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frame = Moment.now();
                    timers = null;
                }
            };
    private Samples cpu = new Samples();
    private Samples elapsed = new Samples();
    private Moment frame = Moment.now();
    private @Nullable Moment timers;
    private Moment layout = frame;
    private Moment handlers = Moment.NONE;
    private @Nullable Scene typedIn;

    private record Moment(long cpuNanos, long nanos) {
        static final Moment NONE = new Moment(0, 0);

        static Moment now() {
            return new Moment(FxThread.ownCpuNanos(), System.nanoTime());
        }

        Moment since(Moment other) {
            return new Moment(cpuNanos - other.cpuNanos, nanos - other.nanos);
        }

        Moment and(Moment other) {
            return new Moment(cpuNanos + other.cpuNanos, nanos + other.nanos);
        }
    }

    /// Has to be made before other timers are started, so that it sees the frame begin.
    FrameWatch() {
        begin.start();
    }

    /// Watches the frames of a scene, when all that listens to its layout is there.
    void watch(Scene scene) {
        scene.addPreLayoutPulseListener(this::beginLayout);
        scene.addPostLayoutPulseListener(() -> endLayout(scene));
    }

    /// Presses a key in a scene. When the one before has not been shown yet, both count as one.
    void key(Scene scene, Runnable press) {
        Moment before = Moment.now();
        press.run();
        Moment now = Moment.now().since(before);
        handlers = typedIn == scene ? now.and(handlers) : now;
        typedIn = scene;
    }

    private void beginLayout() {
        layout = Moment.now();
        timers = timers == null ? layout.since(frame) : timers;
    }

    private void endLayout(Scene scene) {
        if (typedIn == scene && timers != null) {
            Moment all = Moment.now().since(layout).and(timers).and(handlers);
            cpu.add(all.cpuNanos);
            elapsed.add(all.nanos);
            typedIn = null;
        }
    }

    /// Whether no key waits for its frame.
    boolean isIdle() {
        return typedIn == null;
    }

    /// Processor time.
    Samples cpu() {
        return cpu;
    }

    /// Time by the clock, without the wait for the frame.
    Samples elapsed() {
        return elapsed;
    }

    /// Begins anew.
    void reset() {
        cpu = new Samples();
        elapsed = new Samples();
    }
}
