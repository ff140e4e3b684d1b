package dev.tandem.desktop.demo;

import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Opens two windows in one room, to play with; or, without a display, lets a whole interview play
/// itself and compares what both windows show with what the relay kept.
@Command(
        name = "demo",
        description = "Opens two windows in one room, or lets a whole interview play itself.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
    private static final int FINE = 0;
    private static final int FAILED = 1;

    @Option(
            names = "--headless",
            description = "Plays a whole interview without a display, and keeps pictures of it.")
    private boolean headless;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "system",
            description = "light, dark or system (${DEFAULT-VALUE}).")
    private String theme = "system";

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Where to keep the pictures; unless given, demo-pictures.")
    private Path pictures = Path.of("demo-pictures");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("tandem-demo");
        Venue venue = new Venue(folder, theme, headless);
        try {
            return headless ? play(venue) : open(venue);
        } catch (IllegalStateException | DatabaseFailure e) {
            System.out.println("The demo broke off: " + e.getMessage());
            System.out.println("What the windows logged is in " + folder);
            return FAILED;
        }
    }

    private int play(Venue venue) throws IOException, DatabaseFailure {
        Path kept = Files.createDirectories(pictures.toAbsolutePath());
        System.out.println("Pictures of both windows at every step: " + kept);
        String shown;
        try (Actor ada = venue.enter("ada");
                Actor mert = venue.enter("mert")) {
            shown = new Interview(ada, mert, new Journal(kept)).play();
        }
        return judge(shown, Verdict.of(venue.data()));
    }

    private static int judge(String shown, Verdict verdict) {
        if (!shown.equals(verdict.text())) {
            System.out.printf(
                    "The editors show %,d characters, but the log says %,d: they differ.%n",
                    shown.length(), verdict.text().length());
            return FAILED;
        }
        System.out.printf(
                "Both editors show the text that the relay's log gives when it is folded anew:"
                        + " %,d characters, %,d events.%n",
                shown.length(), verdict.events());
        return FINE;
    }

    private int open(Venue venue) throws IOException {
        System.out.println("Opening Ada's and Mert's windows; close them to end the demo.");
        try (Actor ada = venue.enter("ada");
                Actor mert = venue.enter("mert")) {
            Opening.of(ada, mert);
            ada.awaitEnd();
            mert.awaitEnd();
        }
        return FINE;
    }
}
