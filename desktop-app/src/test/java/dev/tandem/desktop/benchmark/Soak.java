package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.benchmark.TwoWriters.Minute;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lets two people write in two windows for as long as an interview takes, and looks every minute
/// how much memory is in use and how long a key takes. In the first minutes Java compiles what it
/// runs and caches fill; what comes after them is compared, and a heap that has grown too much
/// makes it fail.
@Command(
        name = "soak",
        description = "Lets two people write in two windows, and watches memory and time.",
        mixinStandardHelpOptions = true)
public final class Soak implements Callable<Integer> {
    private static final int LINES = 300;
    private static final int WARM_UP = 2;
    private static final int LEAST = WARM_UP + 3;
    private static final double MOST_GROWTH = 1.10;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long, at least 5 (${DEFAULT-VALUE}).")
    private int minutes = 30;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Soak()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        FxThread.start();
        try (RelayChild relay = RelayChild.with("java", LongProgram.text(LINES));
                Network network = new Network()) {
            return judge(soak(relay, network));
        }
    }

    private List<Minute> soak(RelayChild relay, Network network) {
        FrameWatch watch = FxThread.call(FrameWatch::new);
        Appearance appearance = FxThread.call(() -> new Appearance(Theme.LIGHT));
        Seat ada = Seat.take(network, relay.room(), relay.interviewer("Ada"), appearance);
        FxThread.run(ada.session()::start);
        Seat mert = Seat.take(network, relay.room(), relay.candidate("Mert"), appearance);
        TwoWriters writers = new TwoWriters(watch, ada, mert);
        System.out.println(
                "| minute | heap, MB | key, ms CPU | p99 | to the other window, ms | p99 |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: |");
        List<Minute> all = new ArrayList<>();
        for (int number = 1; number <= Math.max(LEAST, minutes); number++) {
            all.add(writers.minute());
            print(number, all.getLast());
        }
        return all;
    }

    private static void print(int number, Minute minute) {
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %.1f | %.2f | %.2f | %.1f | %.1f |%n",
                number <= WARM_UP ? number + ", warm-up" : number,
                minute.heapMb(),
                minute.keyMs(),
                minute.keyP99Ms(),
                minute.echoMs(),
                minute.echoP99Ms());
    }

    private static int judge(List<Minute> all) {
        List<Minute> counted = all.subList(WARM_UP, all.size());
        int third = counted.size() / 3;
        List<Minute> first = counted.subList(0, third);
        List<Minute> last = counted.subList(counted.size() - third, counted.size());
        double before = counted.getFirst().heapMb();
        double after = counted.getLast().heapMb();
        System.out.printf(
                Locale.ENGLISH,
                "%nAfter %d minutes of warm-up: heap %.1f MB first, %.1f MB last, %+.1f %%;"
                        + " first third to last third: key %.2f to %.2f ms,"
                        + " to the other window %.1f to %.1f ms%n",
                WARM_UP,
                before,
                after,
                100 * (after / before - 1),
                average(first, Minute::keyMs),
                average(last, Minute::keyMs),
                average(first, Minute::echoMs),
                average(last, Minute::echoMs));
        return after < MOST_GROWTH * before ? 0 : 1;
    }

    private static double average(List<Minute> minutes, ToDoubleFunction<Minute> what) {
        return minutes.stream().mapToDouble(what).average().orElseThrow();
    }
}
