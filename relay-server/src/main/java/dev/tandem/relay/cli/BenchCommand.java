package dev.tandem.relay.cli;

import dev.tandem.relay.bench.Bench;
import dev.tandem.relay.bench.BenchFailure;
import dev.tandem.relay.bench.Load;
import dev.tandem.relay.bench.Report;
import dev.tandem.relay.bench.Result;
import dev.tandem.relay.bench.Trace;
import dev.tandem.relay.config.Loopback;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Puts a load on a relay and says what its people saw.
@Command(
        name = "bench",
        description = "Puts a load on a relay, by default one of its own, and measures it.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_ROOMS = 10_000;
    private static final int MOST_PEOPLE = 100;
    private static final double FASTEST = 100;

    @Spec private CommandSpec spec;

    @Option(
            names = "--rooms",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many rooms there are (${DEFAULT-VALUE}).")
    private int rooms;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many people write in each (${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many edits each makes in a second (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long it is measured (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many seconds they write before that (${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--slow-readers",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Measure as long again with so many more who never read (${DEFAULT-VALUE}).")
    private int slowReaders;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "Write what people once wrote, as github.com/josephg/editing-traces has it.")
    private @Nullable Path trace;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of everything random; unless given, another one each time.")
    private @Nullable Long seed;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result there too, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A relay that is running with --open-host, http://HOST:PORT.")
    private @Nullable URI url;

    @Option(
            names = "--anywhere",
            description = "Allows a --url that is not on this computer: it will be under load.")
    private boolean anywhere;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "256m",
            description = "The most heap of the relay of its own (${DEFAULT-VALUE}).")
    private String heap;

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description = "For the JVM of the relay of its own; can be given several times.")
    private List<String> jvmOptions = List.of();

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        Load load = load();
        URI relay = relay();
        try {
            Result result = run(load, relay, trace == null ? null : Trace.read(trace));
            spec.commandLine().getOut().print(Report.text(result));
            spec.commandLine().getOut().flush();
            if (json != null) {
                Files.writeString(json, Report.json(result) + "\n");
            }
            return result.isSound() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (BenchFailure e) {
            throw new CommandFailure(e);
        } catch (IOException e) {
            throw new CommandFailure("The result cannot be written to " + json + ".");
        }
    }

    private Result run(Load load, @Nullable URI relay, @Nullable Trace written)
            throws BenchFailure, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (relay != null) {
            return Bench.run(relay, load, written, err::println);
        }
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
        options.addAll(jvmOptions);
        return Bench.runOwn(Main.class, options, load, written, err::println);
    }

    private Load load() {
        within("--rooms", rooms, 1, MOST_ROOMS);
        within("--people", people, 1, MOST_PEOPLE);
        within("--seconds", seconds, 1, Integer.MAX_VALUE);
        within("--warmup", warmup, 0, Integer.MAX_VALUE);
        within("--slow-readers", slowReaders, 0, MOST_ROOMS);
        if (!(rate > 0 && rate <= FASTEST)) {
            throw unusable("--rate: more than 0 and at most %.0f, not %s".formatted(FASTEST, rate));
        }
        return new Load(
                rooms,
                people,
                rate,
                Duration.ofSeconds(warmup),
                Duration.ofSeconds(seconds),
                slowReaders,
                seed == null ? new Random().nextInt(1_000_000) : seed);
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw unusable("%s: from %d to %d, not %d".formatted(option, least, most, value));
        }
    }

    private @Nullable URI relay() {
        URI relay = url;
        if (relay == null) {
            return null;
        }
        if (!"http".equals(relay.getScheme()) || relay.getHost() == null || relay.getPort() < 0) {
            throw unusable("--url: write http://HOST:PORT, not " + relay);
        }
        if (!anywhere && !Loopback.is(relay.getHost().replaceAll("[\\[\\]]", ""))) {
            throw unusable(
                    "--url: %s is not this computer; if its owner agrees to the load, give --anywhere too"
                            .formatted(relay.getHost()));
        }
        return relay;
    }

    private ParameterException unusable(String sentence) {
        return new ParameterException(spec.commandLine(), sentence + ".");
    }
}
