package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.benchmark.PastReader.Deed;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.history.Archive;
import dev.tandem.desktop.history.Clock;
import dev.tandem.desktop.history.Exits;
import dev.tandem.desktop.history.HistoryModel;
import dev.tandem.desktop.history.HistoryPage;
import dev.tandem.desktop.history.KeptInterview;
import dev.tandem.desktop.history.Places;
import dev.tandem.desktop.history.RelayArchive;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.LocalRelay;
import dev.tandem.desktop.hosting.LocalRelay.Reach;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.protocol.event.LoggedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the list of past interviews on a screen that is not there, frame by frame, and prints
/// the table of `docs/performance.md`. They are on a real relay that is part of this process, as
/// those of this computer are.
@Command(name = "bench history", mixinStandardHelpOptions = true)
public final class HistoryBenchmark implements Callable<Integer> {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 800;

    @Option(
            names = "--interviews",
            paramLabel = "N",
            description = "How many there are (${DEFAULT-VALUE}).")
    private int interviews = 5_000;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HistoryBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        FxThread.start();
        Path data = Files.createTempDirectory("tandem-benchmark");
        try {
            ManyInterviews.make(data, interviews);
            measure(data);
        } finally {
            delete(data);
        }
        return 0;
    }

    private void measure(Path data) {
        switch (LocalRelay.start(data, Reach.THIS_COMPUTER).join()) {
            case Answer.Given<LocalRelay>(LocalRelay relay) -> {
                try (relay) {
                    measure(relay);
                }
            }
            case Answer.Failed<LocalRelay> failed ->
                    throw new IllegalStateException(failed.sentence());
        }
    }

    private void measure(LocalRelay relay) {
        var archive = new RelayArchive(new RelayApi(relay.address()), relay.key());
        HistoryModel model =
                FxThread.call(() -> new HistoryModel(new OneArchive(archive), Clock.ofWindow()));
        Scene scene = FxThread.call(() -> scene(model));
        Frames frames = FxThread.call(() -> new Frames(scene));
        List<Deed> deeds = new PastReader(scene, interviews).deeds();
        deeds.forEach(deed -> deed.action().run()); // Java compiles what it runs
        Frames.printHead();
        for (Deed deed : deeds) {
            FxThread.run(frames::reset);
            FxThread.run(frames::count);
            deed.action().run();
            FxThread.run(frames::rest);
            FxThread.run(() -> frames.print(deed.name()));
        }
    }

    private static Scene scene(HistoryModel model) {
        HistoryPage page = new HistoryPage(model, (_, _, _) -> Optional.empty(), new NoWayOut());
        Scene scene = new Scene(page, WIDTH, HEIGHT);
        new Appearance(Theme.LIGHT).dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// This computer, and no relay.
    private record OneArchive(Archive archive) implements Places {
        @Override
        public CompletableFuture<Answer<Archive>> here() {
            return CompletableFuture.completedFuture(new Answer.Given<>(archive));
        }

        @Override
        public @Nullable SignedIn signedIn() {
            return null;
        }

        @Override
        public CompletableFuture<Answer<SignedIn>> signIn(Credentials credentials) {
            return CompletableFuture.completedFuture(new Answer.Failed<>(null, "There is none."));
        }

        @Override
        public void signOut() {}

        @Override
        public String lastRelay() {
            return "";
        }

        @Override
        public String lastEmail() {
            return "";
        }

        @Override
        public void leave() {}
    }

    private record NoWayOut() implements Exits {
        @Override
        public void replay(KeptInterview interview, List<LoggedEvent> events) {}

        @Override
        public void verify(KeptInterview interview) {}

        @Override
        public void verifyFile() {}

        @Override
        public void back() {}
    }
}
