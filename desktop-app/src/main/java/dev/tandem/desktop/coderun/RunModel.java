package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.keepFresh;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.language.Languages;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.session.RunBoard;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.Runner.Offer;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Run;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Which run is looked at, what is to be said of it, and what one can do. FX thread.
public final class RunModel {
    /// What the one button does.
    enum Action {
        RUN,
        STOP
    }

    private final RoomStore room;
    private final RoomIntents intents;
    private final StringProperty input = new SimpleStringProperty(this, "input", "");
    private final ReadOnlyObjectWrapper<@Nullable Run> shown =
            new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyObjectWrapper<Action> action =
            new ReadOnlyObjectWrapper<>(this, "action", Action.RUN);
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");
    private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper(this, "allowed");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyBooleanWrapper typable = new ReadOnlyBooleanWrapper(this, "typable");
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(this, "verdict", NOTHING);
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
    private final ReadOnlyStringWrapper story = new ReadOnlyStringWrapper(this, "story", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
    private static final Verdict NOTHING = new Verdict(Tone.NEUTRAL, "", "");

    /// The one that was chosen; null for always the newest.
    private @Nullable RunId chosen;

    private @Nullable RunId newest;
    private boolean asked;

    public RunModel(RoomStore room, RoomIntents intents) {
        this.room = room;
        this.intents = intents;
        room.lastRefusalProperty().subscribe((_, _) -> asked = false);
        keepFresh(
                this::refresh,
                room.runsProperty(),
                room.runnerProperty(),
                room.languageProperty(),
                room.mayProperty(),
                room.sessionProperty(),
                room.lastRefusalProperty());
    }

    /// What the next program reads; empty to type it while it runs.
    public StringProperty inputProperty() {
        return input;
    }

    ReadOnlyObjectProperty<@Nullable Run> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Action> actionProperty() {
        return action.getReadOnlyProperty();
    }

    /// Why nothing can be run here now, as a sentence; empty where something can.
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /// Whether one may run code, be it possible now or not.
    ReadOnlyBooleanProperty allowedProperty() {
        return allowed.getReadOnlyProperty();
    }

    /// Whether the button does something now.
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// Whether the program that is looked at can be typed for.
    ReadOnlyBooleanProperty typableProperty() {
        return typable.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// Times and sizes of the run that is looked at.
    ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Who ran it, when, and how it ended.
    ReadOnlyStringProperty storyProperty() {
        return story.getReadOnlyProperty();
    }

    /// How much of its time a run has used, from 0 to 1; 0 while none runs, -1 where it is not
    /// known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What the limits of the language are, as a sentence; empty where it cannot be run.
    String limits() {
        Offer offer = offer();
        return offer == null ? "" : RunWords.limits(offer);
    }

    RoomStore room() {
        return room;
    }

    /// Looks at a run; at the next one that begins it looks by itself.
    void choose(RunId id) {
        chosen = id;
        refresh();
    }

    /// Does what the button says, if it can be done.
    public void act() {
        if (ready.get()) {
            switch (action.get()) {
                case RUN -> run();
                case STOP -> stop();
            }
        }
    }

    private void run() {
        asked = true;
        intents.run(input.get().isEmpty() ? null : input.get());
        refresh();
    }

    /// Runs the code against its tests, if that can be done.
    void runTests() {
        if (ready.get() && action.get() == Action.RUN) {
            asked = true;
            intents.runTests();
            refresh();
        }
    }

    private void stop() {
        Run run = underWay();
        if (run != null) {
            intents.stop(run.runId());
        }
    }

    /// Types a line for the program that is looked at.
    void type(String line) {
        Run run = shown.get();
        if (run != null && typable.get()) {
            intents.type(run.runId(), line + "\n", false);
        }
    }

    void endInput() {
        Run run = shown.get();
        if (run != null && typable.get()) {
            intents.type(run.runId(), "", true);
        }
    }

    void submit() {
        if (room.may(Capability.SUBMIT)) {
            intents.submit();
        }
    }

    private void refresh() {
        RunBoard board = room.runsProperty().get();
        Run last = board.newest();
        RunId lastId = last == null ? null : last.runId();
        if (!Objects.equals(lastId, newest)) {
            newest = lastId;
            chosen = null;
            asked = false;
        }
        Run run = chosen == null ? last : board.runs().get(chosen);
        shown.set(run);
        Run busy = underWay();
        action.set(busy == null ? Action.RUN : Action.STOP);
        allowed.set(room.may(Capability.RUN));
        obstacle.set(findObstacle());
        ready.set(
                allowed.get()
                        && (busy == null ? obstacle.get().isEmpty() && !asked : !busy.stopping()));
        typable.set(run != null && !run.isOver() && !run.inputEnded() && allowed.get());
        tick();
    }

    /// What Stop would stop: the one that is looked at, or else the one that began first.
    private @Nullable Run underWay() {
        Run looked = shown.get();
        if (looked != null && !looked.isOver()) {
            return looked;
        }
        return room.runsProperty().get().all().stream()
                .filter(run -> !run.isOver())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Offer offer() {
        Runner runner = room.runnerProperty().get();
        return runner == null ? null : runner.offer(room.languageProperty().get());
    }

    private String findObstacle() {
        Runner runner = room.runnerProperty().get();
        if (room.sessionProperty().get().status() == SessionStatus.ENDED) {
            return "The interview has ended, so nothing can be run any more.";
        }
        if (runner == null) {
            return "This relay does not say that it can run code.";
        }
        if (runner.unavailable() != null) {
            return runner.unavailable();
        }
        if (runner.languages().isEmpty()) {
            return "This relay is still finding out which languages it can run.";
        }
        if (offer() == null) {
            return "This relay cannot run %s; it can run %s."
                    .formatted(
                            Languages.of(room.languageProperty().get()).name(),
                            String.join(
                                    ", ", runner.languages().stream().map(Offer::name).toList()));
        }
        return room.may(Capability.RUN) ? "" : whyNotAllowed();
    }

    private String whyNotAllowed() {
        var you = room.youProperty().get();
        if (you == null || you.role() == Role.SPECTATOR) {
            return "You are watching: you see what others run.";
        }
        return room.sessionProperty().get().status() == SessionStatus.WAITING
                ? "You can run code as soon as the interviewer starts the interview."
                : "The interviewer has kept running code for themselves at the moment.";
    }

    /// Brings up to date what changes with time.
    void tick() {
        Run run = shown.get();
        if (run == null) {
            verdict.set(NOTHING);
            facts.set("");
            story.set("");
            progress.set(0);
        } else if (run.finished() != null) {
            over(run, run.finished());
        } else {
            goesOn(run);
        }
    }

    private void over(Run run, RunFinished end) {
        Runner runner = room.runnerProperty().get();
        Offer offer = runner == null ? null : runner.offer(run.language());
        Verdict now = Verdict.of(run, end, offer == null ? null : offer.limits());
        verdict.set(now);
        facts.set(Verdict.facts(end));
        story.set(beginning(run) + ". " + now.sentence() + silence(run) + truncation(end));
        progress.set(0);
    }

    private static String silence(Run run) {
        return run.tests() == null && run.transcript().parts().isEmpty()
                ? " Nothing was printed."
                : "";
    }

    private static String truncation(RunFinished end) {
        return end.truncated() && end.error() == null ? " It printed more than is shown." : "";
    }

    private void goesOn(Run run) {
        RunProgressed said = room.runsProperty().get().progress(run.runId());
        RunPhase phase = said == null ? RunPhase.RUNNING : said.phase();
        long since = said == null ? run.startedAt() : said.at();
        long spent = Math.max(0, room.serverNow() - since);
        Long limit = said == null ? limitOf(run) : said.limitMs();
        verdict.set(new Verdict(Tone.INFO, words(run, phase, said), ""));
        facts.set(
                phase == RunPhase.QUEUED
                        ? ""
                        : RunWords.time(spent / 100 * 100)
                                + (limit == null ? "" : " of " + RunWords.time(limit)));
        story.set(beginning(run) + ".");
        progress.set(
                phase == RunPhase.QUEUED || limit == null
                        ? -1
                        : Math.min(1, (double) spent / limit));
    }

    private @Nullable Long limitOf(Run run) {
        Runner runner = room.runnerProperty().get();
        Offer offer = runner == null ? null : runner.offer(run.language());
        if (offer == null || run.tests() != null) {
            return null;
        }
        return run.inputEnded() ? offer.limits().wallMs() : offer.limits().interactiveMs();
    }

    private static String words(Run run, RunPhase phase, @Nullable RunProgressed said) {
        if (run.stopping()) {
            return "stopping";
        }
        return switch (phase) {
            case QUEUED ->
                    said == null || said.place() == null
                            ? "waits for its turn"
                            : RunWords.place(said.place()) + " in the queue";
            case COMPILING -> "compiling";
            case RUNNING ->
                    run.tests() == null
                            ? "running"
                            : "test %d of %d"
                                    .formatted(
                                            Math.min(run.results().size() + 1, run.tests()),
                                            run.tests());
        };
    }

    /// `Run by Mert Demir, 24:09`.
    String beginning(Run run) {
        Participant person = run.by() == null ? null : room.person(run.by());
        var you = room.youProperty().get();
        String who =
                you != null && you.participantId().equals(run.by())
                        ? "you"
                        : person == null ? "someone" : person.name();
        String what = run.tests() == null ? "Run by " : "Tests run by ";
        String when = when(run);
        return what + who + (when.isEmpty() ? "" : ", " + when);
    }

    /// Since the start of the interview, as the timer shows it.
    String when(Run run) {
        Long startedAt = room.sessionProperty().get().startedAt();
        return startedAt == null || run.startedAt() < startedAt
                ? "before the start"
                : Elapsed.format(run.startedAt() - startedAt);
    }
}
