package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.relay.coderun.language.Language;
import dev.tandem.relay.coderun.language.Languages;
import dev.tandem.relay.coderun.sandbox.Probe;
import dev.tandem.relay.coderun.sandbox.Sandbox;
import dev.tandem.relay.coderun.sandbox.SandboxState;
import dev.tandem.relay.coderun.sandbox.SandboxState.None;
import dev.tandem.relay.coderun.sandbox.SandboxState.Ready;
import dev.tandem.relay.config.RunConfig;
import dev.tandem.relay.log.LogContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what people write, for all rooms: so many at once, the others in their order. Without a
/// sandbox that holds it runs nothing. Any thread.
public final class CodeRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CodeRunner.class);

    /// How long someone waits who runs something before it is known what is installed.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final None OFF = new None("running code is turned off", "set runs.on to true");
    private static final None CLOSED = new None("the relay goes away", "wait until it is back");

    private final Map<RunKey, Place> places = new ConcurrentHashMap<>();
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<SandboxState> state = new CompletableFuture<>();
    private final RunConfig config;
    private final RunMeters meters;
    private final Turns turns;
    private final Stock stock;
    private volatile boolean closed;

    public CodeRunner(RunConfig config, MeterRegistry registry) {
        this.config = config;
        meters = new RunMeters(registry);
        turns = new Turns(atOnce(config), config.queue());
        Languages languages = Languages.load(config.languages());
        languages.mistakes().forEach(mistake -> LOG.warn("A language is left out: {}", mistake));
        stock = new Stock(languages.all());
        meters.watch(turns, () -> state() instanceof Ready);
    }

    private static int atOnce(RunConfig config) {
        return config.atOnce() == 0 ? Runtime.getRuntime().availableProcessors() : config.atOnce();
    }

    /// Begins to look for a sandbox and for what is installed, and comes back at once.
    ///
    /// @param changed is run when something new is known
    public void begin(Runnable changed) {
        Thread.ofVirtual().name("run-toolchains").start(() -> look(changed));
    }

    private void look(Runnable changed) {
        SandboxState found = config.on() ? new Probe(toolchains(), config.firstUser()).look() : OFF;
        LOG.info("sandbox: {}", found);
        state.complete(found);
        if (closed && found instanceof Ready(var sandbox)) {
            sandbox.close();
        } else if (found instanceof Ready(var sandbox)) {
            askAll(new Toolchains(sandbox));
            LOG.info(
                    "Languages: {}",
                    stock.offers().stream()
                            .map(offer -> offer.language() + " " + offer.version())
                            .collect(Collectors.joining(", ")));
        } else {
            stock.close();
        }
        changed.run();
    }

    private List<Path> toolchains() {
        return config.toolchains().stream().map(Path::of).toList();
    }

    private void askAll(Toolchains toolchains) {
        try {
            for (Stock.Item item : stock.items()) {
                if (closed) {
                    break;
                }
                item.answer().complete(toolchains.ask(item.language()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stock.close();
        }
    }

    /// Whether code can be run, as far as it is known yet.
    public SandboxState state() {
        if (closed) {
            return CLOSED;
        }
        return config.on()
                ? state.getNow(new None("it is being looked for", "wait a moment"))
                : OFF;
    }

    /// What can be run; nothing, without a reason, while that is not known yet.
    public Runner offer() {
        if (config.on() && !closed && !state.isDone()) {
            return new Runner(null, List.of());
        }
        return switch (state()) {
            case Ready _ -> new Runner(null, stock.offers());
            case None none -> Runner.none(sentence(none));
        };
    }

    private static String sentence(None none) {
        return "This relay has no sandbox, so it runs no code: %s (%s)."
                .formatted(none.reason(), none.remedy());
    }

    /// Why a program in this language cannot be run, if it cannot. Waits, in the first moments of a
    /// relay, until that is known.
    public @Nullable Refusal whyNot(String language) {
        SandboxState known = config.on() ? await() : state();
        if (known instanceof None none) {
            return new Refusal(ErrorCode.LANGUAGE_UNAVAILABLE, sentence(none));
        }
        return stock.isOffered(language, PATIENCE)
                ? null
                : new Refusal(
                        ErrorCode.LANGUAGE_UNAVAILABLE,
                        "This relay cannot run %s; it can be written in all the same."
                                .formatted(language));
    }

    private SandboxState await() {
        return state.copy()
                .completeOnTimeout(state(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Keeps a place for a run, so that it can be told that it was accepted before it begins.
    ///
    /// @return whether there is one
    public boolean reserve(RunKey key) {
        Optional<Turns.Turn> turn = turns.take();
        turn.ifPresent(taken -> places.put(key, new Place(taken)));
        return turn.isPresent();
    }

    /// Runs what has a place.
    public void start(SessionId session, RunOrder order, RunListener listener) {
        Place place = places.get(new RunKey(session, order.id()));
        Language language = stock.language(order.language());
        if (place == null || language == null || !(state() instanceof Ready(var sandbox))) {
            listener.happened(Verdict.failed(order.id(), "The relay cannot run this now."));
            return;
        }
        meters.started();
        OneRun run = new OneRun(sandbox, language, order, place.turn(), counting(listener));
        place.run(run);
        Thread.ofVirtual()
                .name("run-" + order.id())
                .start(() -> {
                    live(session, run);
                    prepare(sandbox, language);
                });
    }

    private static void live(SessionId session, OneRun run) {
        try (LogContext _ = LogContext.of(session)) {
            run.live();
        }
    }

    /// Once, when a language has been used: a relay where nobody does need not do it.
    private void prepare(Sandbox sandbox, Language language) {
        if (language.prepare() == null || closed || !prepared.add(language.id())) {
            return;
        }
        try {
            new Toolchains(sandbox).prepare(language);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunListener counting(RunListener listener) {
        return new RunListener() {
            @Override
            public void happened(RoomEvent event) {
                if (event instanceof RunFinished end) {
                    meters.finished(end);
                }
                listener.happened(event);
            }

            @Override
            public void progressed(
                    RunPhase phase, @Nullable Integer place, @Nullable Long limitMs) {
                listener.progressed(phase, place, limitMs);
            }
        };
    }

    /// Types for a run that is under way; for any other nothing happens.
    public void type(RunKey key, String text, boolean eof) {
        with(key, run -> run.type(text, eof));
    }

    /// Ends a run that is under way, and says so to its listener.
    public void stop(RunKey key) {
        with(key, OneRun::stop);
    }

    /// Whether a run has a place, or is under way, or is over and nobody has said [#forget].
    public boolean knows(RunKey key) {
        return places.containsKey(key);
    }

    /// The run is over, as far as its room is concerned: it ends if it has not.
    public void forget(RunKey key) {
        Place place = places.remove(key);
        if (place != null) {
            place.end();
        }
    }

    private void with(RunKey key, Consumer<OneRun> what) {
        Place place = places.get(key);
        if (place != null) {
            place.tell(what);
        }
    }

    /// Ends all runs.
    @Override
    public void close() {
        closed = true;
        stock.close();
        places.keySet().forEach(this::forget);
        if (state.getNow(CLOSED) instanceof Ready(var sandbox)) {
            sandbox.close();
        }
    }
}
