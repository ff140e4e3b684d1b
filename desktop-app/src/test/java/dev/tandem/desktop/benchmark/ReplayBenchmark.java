package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.replay.Recording;
import dev.tandem.desktop.replay.RecordingFile;
import dev.tandem.desktop.replay.Replay;
import dev.tandem.desktop.replay.ReplayModel;
import dev.tandem.desktop.session.RecordedChat;
import dev.tandem.desktop.session.RecordedRoom;
import dev.tandem.desktop.shell.ReplayDesk;
import dev.tandem.protocol.replay.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the replay of a session of 260,000 events on a screen that is not there, and prints the
/// table of `docs/performance.md`: what it takes to open it, to go anywhere in it, and to keep it.
@Command(name = "bench replay", mixinStandardHelpOptions = true)
public final class ReplayBenchmark implements Callable<Integer> {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 800;
    private static final long LEAST_MS = 100;
    private static final long NEAR_MS = 1_000;
    private static final int WARM_UP = 100;

    /// The view may go on to where somebody writes in a few frames after the first.
    private static final int UNTIL_AT_REST = 5;

    @Option(
            names = "--seeks",
            paramLabel = "N",
            description = "How often one goes somewhere (${DEFAULT-VALUE}).")
    private int seeks = 500;

    private final Random random = new Random(1);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReplayBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        FxThread.start();
        Path file = Files.createTempFile("paper", ".jsonl");
        try {
            PaperTalk.write(file);
            measure(file);
        } finally {
            Files.delete(file);
        }
        return 0;
    }

    private void measure(Path file) throws Exception {
        long empty = usedHeap();
        long begin = System.nanoTime();
        Recording recording = new RecordingFile(file).load(_ -> {});
        long read = System.nanoTime();
        Replay replay = Replay.of(recording);
        RecordedChat chat = RecordedChat.of(recording.events());
        long found = System.nanoTime();
        Timeline timeline = new Timeline(recording.events());
        timeline.stateAt(recording.events().size());
        long folded = System.nanoTime();
        row("reading the file of %,d events".formatted(recording.events().size()), read - begin);
        row("opening: lanes, marks, pauses, chat", found - read);
        row("folding all of it, which goes on in the background", folded - found);
        System.out.printf(
                "| heap for it, all folded | %.0f MB | | |%n", (usedHeap() - empty) / 1e6);
        row("a state anywhere", states(timeline));
        window(replay, chat);
    }

    private Samples states(Timeline timeline) {
        Samples samples = new Samples();
        for (int i = 0; i < WARM_UP + seeks; i++) {
            int place = random.nextInt(timeline.size() + 1);
            long begin = System.nanoTime();
            timeline.stateAt(place);
            if (i >= WARM_UP) {
                samples.add(System.nanoTime() - begin);
            }
        }
        return samples;
    }

    private void window(Replay replay, RecordedChat chat) {
        ReplayModel model = FxThread.call(() -> new ReplayModel(replay));
        Scene scene = FxThread.call(() -> scene(replay, model, chat));
        FxThread.run(model::goToEnd);
        FxThread.await(
                "all to be folded",
                () ->
                        model.momentProperty().get() != null
                                && model.momentProperty().get().place()
                                        == replay.recording().events().size());
        double begin = replay.story().axis().begin();
        double length = replay.story().axis().length();
        measure("near", model, scene, () -> near(model, begin + length / 2));
        measure("anywhere", model, scene, () -> begin + random.nextDouble() * length);
        FxThread.run(model::close);
    }

    /// Another place, since nothing would be shown anew at the same one.
    private double near(ReplayModel model, double middle) {
        double instant = model.instantProperty().get();
        double step = LEAST_MS + random.nextDouble() * NEAR_MS;
        return instant > middle ? instant - step : instant + step;
    }

    private static Scene scene(Replay replay, ReplayModel model, RecordedChat chat) {
        ReplayDesk desk =
                new ReplayDesk(replay.recording().title(), model, new RecordedRoom(chat), () -> {});
        Scene scene = new Scene(desk, WIDTH, HEIGHT);
        new Appearance(Theme.LIGHT).dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private void measure(String where, ReplayModel model, Scene scene, DoubleSupplier next) {
        Samples found = new Samples();
        Samples frame = new Samples();
        Samples all = new Samples();
        for (int i = 0; i < WARM_UP + seeks; i++) {
            Seek seek = FxThread.call(() -> new Seek(model, scene, next.getAsDouble()));
            long at = seek.there.orTimeout(60, TimeUnit.SECONDS).join();
            long first = seek.shown.orTimeout(60, TimeUnit.SECONDS).join();
            FxThread.run(seek::end);
            for (int frames = 1; frames < UNTIL_AT_REST; frames++) {
                laidOut(scene);
            }
            if (i >= WARM_UP) {
                found.add(at - seek.begin);
                frame.add(first - seek.before);
                all.add(FxThread.cpuNanos() - seek.before);
            }
        }
        row(where + ": from the wish to the window's thread", found);
        row(where + ": the window's thread, processor time to the frame", frame);
        row(where + ": the same for all %d frames".formatted(UNTIL_AT_REST), all);
    }

    /// Goes to an instant, and notes what that takes the window's thread until the frame is laid
    /// out that shows it, and not what comes after it. FX thread.
    private static final class Seek {
        final CompletableFuture<Long> there = new CompletableFuture<>();
        final CompletableFuture<Long> shown = new CompletableFuture<>();
        final long begin = System.nanoTime();
        final long before = FxThread.ownCpuNanos();
        private final Scene scene;
        private final Subscription arrival;
        private final Runnable onLayout = this::laidOut;

        Seek(ReplayModel model, Scene scene, double instant) {
            this.scene = scene;
            arrival = model.momentProperty().subscribe((_, _) -> there.complete(System.nanoTime()));
            scene.addPostLayoutPulseListener(onLayout);
            model.seek(instant);
        }

        private void laidOut() {
            if (there.isDone()) {
                shown.complete(FxThread.ownCpuNanos());
            }
        }

        void end() {
            arrival.unsubscribe();
            scene.removePostLayoutPulseListener(onLayout);
        }
    }

    private static void laidOut(Scene scene) {
        CompletableFuture<Void> frame = new CompletableFuture<>();
        Runnable listener = () -> frame.complete(null);
        FxThread.run(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        frame.orTimeout(60, TimeUnit.SECONDS).join();
        FxThread.run(() -> scene.removePostLayoutPulseListener(listener));
    }

    private static void row(String what, long nanos) {
        System.out.printf("| %s | %.0f ms | | |%n", what, nanos / 1e6);
    }

    private static void row(String what, Samples samples) {
        System.out.printf(
                "| %s | %.1f ms | %.1f ms | %.1f ms |%n",
                what, samples.medianMs(), samples.p99Ms(), samples.maxMs());
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
