package dev.tandem.relay.bench;

import dev.tandem.protocol.api.CreatedSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Puts a load on a relay and measures what its people see: the load is open, so every edit is due
/// at its time, however late the ones before it were, and is timed from then.
public final class Bench implements AutoCloseable {
    /// How many come in at once: fewer than a relay takes for an attack.
    private static final int AT_ONCE = 10;

    private static final int MOST_COMPARED = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Load load;
    private final @Nullable Trace trace;
    private final Gauge gauge;
    private final Consumer<String> progress;
    private final Host host;
    private final InetSocketAddress relay;
    private final Loop loop;
    private final Meter meter = new Meter();
    private final EditWriter writer = new EditWriter();
    private final List<Crowd> crowds = new ArrayList<>();

    private Bench(
            URI relay, Load load, @Nullable Trace trace, Gauge gauge, Consumer<String> progress)
            throws IOException {
        this.load = load;
        this.trace = trace;
        this.gauge = gauge;
        this.progress = progress;
        this.host = new Host(relay);
        this.relay = new InetSocketAddress(relay.getHost(), relay.getPort());
        this.loop = Loop.start();
    }

    /// Bears down on a relay that is running.
    ///
    /// @param trace what the people write; null for code, at random
    /// @param progress told once a second how it goes
    public static Result run(URI relay, Load load, @Nullable Trace trace, Consumer<String> progress)
            throws BenchFailure, InterruptedException {
        return run(relay, load, trace, Gauge.NONE, progress);
    }

    /// Bears down on a relay of one's own, which is there for that alone.
    ///
    /// @param main the relay's main class
    /// @param jvmOptions for its JVM
    public static Result runOwn(
            Class<?> main,
            List<String> jvmOptions,
            Load load,
            @Nullable Trace trace,
            Consumer<String> progress)
            throws BenchFailure, InterruptedException {
        int roomSize = load.people() + load.slowReaders() / load.rooms() + 2;
        try (RelayProcess process = RelayProcess.start(main, jvmOptions, roomSize);
                Gauge gauge = Gauge.of(process.handle())) {
            return run(process.address(), load, trace, gauge, progress);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Result run(
            URI relay, Load load, @Nullable Trace trace, Gauge gauge, Consumer<String> progress)
            throws BenchFailure, InterruptedException {
        try (Bench bench = new Bench(relay, load, trace, gauge, progress)) {
            return bench.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static BenchFailure failure(IOException e) {
        return new BenchFailure("The load could not be made (%s).".formatted(e.getMessage()));
    }

    private Result run() throws BenchFailure, InterruptedException {
        openRooms();
        loop.ask(this::begin);
        measure("warm-up", load.warmup());
        Phase plain = measure("measuring", load.measured());
        Phase withSlowReaders = null;
        if (load.slowReaders() > 0) {
            addSlowReaders();
            withSlowReaders = measure("with slow readers", load.measured());
        }
        loop.ask(this::stop);
        long unanswered = settle();
        int[] compared = compare();
        return new Result(load, plain, withSlowReaders, unanswered, compared[0], compared[1]);
    }

    private void openRooms() throws BenchFailure, InterruptedException {
        progress.accept(
                "opening %,d rooms of %d; seed %d"
                        .formatted(load.rooms(), load.people(), load.seed()));
        while (crowds.size() < load.rooms()) {
            List<Crowd> batch = new ArrayList<>();
            while (batch.size() < AT_ONCE && crowds.size() + batch.size() < load.rooms()) {
                CreatedSession session = host.open("Load " + (crowds.size() + batch.size()));
                batch.add(new Crowd(loop, relay, session, meter, writer));
            }
            int first = crowds.size();
            crowds.addAll(batch);
            forEach(batch, (crowd, i) -> crowd.open(typist(first + i, 0)));
            await("the interviewers are in", () -> batch.stream().allMatch(Crowd::isReady));
            for (int p = 1; p < load.people(); p++) {
                int person = p;
                forEach(batch, (crowd, i) -> crowd.join(typist(first + i, person)));
                await("all people are in", () -> batch.stream().allMatch(Crowd::isReady));
            }
        }
    }

    private static List<List<Crowd>> batches(List<Crowd> all) {
        List<List<Crowd>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            batches.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return batches;
    }

    private interface Work {
        void on(Crowd crowd, int index) throws IOException;
    }

    private void forEach(List<Crowd> some, Work work) {
        loop.ask(() -> {
            for (int i = 0; i < some.size(); i++) {
                work.on(some.get(i), i);
            }
            return true;
        });
    }

    private Typist typist(int room, int person) {
        return trace == null
                ? new RandomTypist(new Random(load.seed() + room * 1_000L + person))
                : trace.typist(person);
    }

    private boolean begin() {
        List<LongConsumer> works = new ArrayList<>();
        crowds.forEach(crowd -> works.add(crowd::write));
        loop.agenda().begin(works, load.periodNanos(), System.nanoTime());
        return true;
    }

    private boolean stop() {
        loop.agenda().stop();
        return true;
    }

    private Phase measure(String what, Duration duration) throws InterruptedException {
        long liveBefore = gauge.live();
        loop.ask(meter::take);
        Slices slices = new Slices(duration);
        double relayCpu = gauge.relayCpuSeconds();
        double ownCpu = Gauge.ownCpuSeconds();
        long begun = System.nanoTime();
        for (int second = 1; second <= duration.toSeconds(); second++) {
            sleepUntil(begun + TimeUnit.SECONDS.toNanos(second));
            Interval interval = loop.ask(meter::take);
            long heap = gauge.heap();
            slices.add(interval, heap);
            progress.accept(Report.line(what, second, crowds.size(), interval, heap));
        }
        Interval total = slices.total();
        return new Phase(
                total,
                slices.all(),
                (gauge.relayCpuSeconds() - relayCpu) / total.seconds,
                (Gauge.ownCpuSeconds() - ownCpu) / total.seconds,
                liveBefore,
                gauge.live());
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    }

    private void addSlowReaders() throws BenchFailure, InterruptedException {
        List<Crowd> theirs = new ArrayList<>();
        for (int i = 0; i < load.slowReaders(); i++) {
            theirs.add(crowds.get(i % crowds.size()));
        }
        for (List<Crowd> batch : batches(theirs)) {
            forEach(batch, (crowd, _) -> crowd.addSlowReader());
            await(
                    "the slow readers are in",
                    () -> batch.stream().allMatch(Crowd::slowReadersAreSettled));
        }
    }

    /// How many people are still without an answer when nothing comes any more.
    private long settle() throws InterruptedException {
        try {
            await("every edit is answered", () -> crowds.stream().allMatch(Crowd::isDone));
            return 0;
        } catch (BenchFailure e) {
            return loop.ask(() ->
                    crowds.stream()
                            .flatMap(crowd -> crowd.people().stream())
                            .filter(person -> !person.isDone())
                            .count());
        }
    }

    /// Whether all people of some rooms have the text that the relay gives to somebody who comes
    /// now: the number of rooms, and of those in which it is not so.
    private int[] compare() throws BenchFailure, InterruptedException {
        int step = Math.ceilDiv(crowds.size(), MOST_COMPARED);
        List<Crowd> some = new ArrayList<>();
        for (int i = 0; i < crowds.size(); i += step) {
            some.add(crowds.get(i));
        }
        List<Person> latecomers = new ArrayList<>();
        for (List<Crowd> batch : batches(some)) {
            forEach(batch, (crowd, _) -> latecomers.add(crowd.addLatecomer()));
            await("latecomers are in", () -> latecomers.stream().allMatch(Person::isReady));
        }
        int diverged = 0;
        for (int i = 0; i < some.size(); i++) {
            Crowd crowd = some.get(i);
            Person latecomer = latecomers.get(i);
            diverged += loop.ask(() -> crowd.agreesWith(latecomer)) ? 0 : 1;
        }
        return new int[] {some.size(), diverged};
    }

    private void await(String what, BooleanSupplier condition)
            throws BenchFailure, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!loop.ask(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure(
                        "It took too long until %s; errors: %s."
                                .formatted(what, loop.ask(meter::take).errors));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() {
        loop.close();
        host.close();
    }
}
