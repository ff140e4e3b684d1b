package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Theme;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the window on a screen that is not there, and prints the tables of
/// `docs/performance.md`: what a key costs in a file of 10,000 lines, in a room and in a bare text
/// control, and what 1,000 edits of someone else in a second cost.
@Command(name = "bench editor", mixinStandardHelpOptions = true)
public final class EditorBenchmark implements Callable<Integer> {
    // Kept, since a logger that nobody holds forgets its level.
    private static final Logger CSS = Logger.getLogger("javafx.css");

    @Option(
            names = "--turns",
            paramLabel = "N",
            description = "How often each is measured (${DEFAULT-VALUE}).")
    private int turns = 25;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EditorBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        CSS.setLevel(Level.OFF); // RichTextFX's own line numbers look for a colour in vain
        FxThread.start();
        try (RelayChild relay = RelayChild.with("java", LongProgram.text(LongProgram.LINES));
                Network network = new Network()) {
            measure(relay, network);
        }
        return 0;
    }

    private void measure(RelayChild relay, Network network) {
        FrameWatch watch = FxThread.call(FrameWatch::new);
        Appearance appearance = FxThread.call(() -> new Appearance(Theme.LIGHT));
        Seat seat = Seat.take(network, relay.room(), relay.interviewer("Ada"), appearance);
        FxThread.run(seat.session()::start);
        new Keystrokes(
                        seat,
                        () -> SecondPerson.enter(network, relay.room(), relay.candidate("Mert")),
                        watch,
                        appearance)
                .measure(turns);
        Flood flood = Flood.enter(network, relay.room(), relay.interviewer("Many"));
        new Floods(seat, flood).measure(turns);
    }
}
