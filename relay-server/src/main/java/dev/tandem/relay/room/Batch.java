package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunInput;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.RunStopped;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Decision.Accepted;
import dev.tandem.protocol.intent.Decision.Refused;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.HeadSigned;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.message.ServerMessage.RunnerChanged;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.Run;
import dev.tandem.relay.log.LogContext;
import dev.tandem.relay.room.Letter.Requested;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Letters that a room takes together. Each is decided against the state that the ones before it
/// will have made; nobody hears of anything before [#deliver], which comes after all events were
/// committed. On the room's thread.
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final RoomContext context;
    private final List<LoggedEvent> events = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries();
    private final List<RunId> reserved = new ArrayList<>();
    private final long clock;
    private Scene scene;

    Batch(RoomContext context, Scene scene) {
        this.context = context;
        this.clock = context.time().now();
        this.scene = scene;
        noticeAbsence();
        endRuns(context.runs().lost(scene.state()), RoomRuns.LOST);
    }

    /// What has to be committed.
    List<LoggedEvent> events() {
        return events;
    }

    /// The room after all that was taken.
    Scene scene() {
        return scene;
    }

    /// Says what the texts are that are due to be checked, behind everything that made them.
    void check() {
        if (scene.seats().isEmpty()) {
            return;
        }
        for (DocumentId doc : context.deadlines().dueChecks(scene.checks(), now())) {
            Document document = Objects.requireNonNull(scene.state().document(doc));
            String hash = document.text().hash();
            TextChecked check = new TextChecked(now(), doc, document.revision(), hash);
            scene = scene.withChecks(scene.checks().with(check));
            deliveries.tellAll(scene.seats().values(), check);
        }
    }

    /// Nothing of it has happened, so nothing is run.
    void giveUp() {
        reserved.forEach(context.runs()::forget);
    }

    /// Tells everyone, in the order in which it happened.
    void deliver() {
        deliveries.deliver();
    }

    void take(Letter letter) {
        switch (letter) {
            case Letter.Arrived(Seat seat) -> arrive(seat);
            case Letter.Commanded(Seat seat, Command command) -> {
                if (scene.holds(seat)) {
                    command(seat, command);
                }
            }
            case Letter.Passed(Seat seat, var id, Passing passing) -> {
                if (scene.holds(seat)) {
                    pass(seat, id, passing);
                }
            }
            case Letter.Differed(Seat seat, var id, Diverged diverged) -> {
                if (scene.holds(seat)) {
                    diverged(seat, id, diverged);
                }
            }
            case Letter.Departed(Seat seat) -> {
                scene = scene.without(seat);
                noticeAbsence();
            }
            case Requested request -> request(request);
            case Letter.Asked<?> asked -> ask(asked);
            case Letter.Ran(var run, RoomEvent event) -> ran(run, event);
            case Letter.Progressed(RunProgress progress) -> progressed(progress);
            case Letter.Stocked _ ->
                    deliveries.tellAll(
                            scene.seats().values(),
                            new RunnerChanged(now(), context.runner().offer()));
            case Letter.Woken _ -> lookAtTheClock();
            case Letter.Closed _ -> close();
            case Letter.Erased _ -> {} // the room's own business, when the batch is through
        }
    }

    /// Whoever the log says is connected and who has no connection was lost, be it just now or with
    /// the relay that was here before.
    private void noticeAbsence() {
        for (Participant p : scene.state().participants().values()) {
            if (p.connected() && !scene.seats().containsKey(p.participantId())) {
                RoomRules.depart(scene.state(), p.participantId(), DepartureReason.LOST)
                        .forEach(event -> publish(null, event));
            }
        }
    }

    private void arrive(Seat seat) {
        CloseCode obstacle = new Door(context, scene).obstacle(seat.entry(), now());
        if (obstacle == null) {
            seat(seat);
        } else {
            turnAway(seat, obstacle);
        }
    }

    private void turnAway(Seat seat, CloseCode obstacle) {
        if (obstacle == CloseCode.ROOM_FULL) {
            deliveries.tell(
                    seat, new ServerMessage.Refused(seat.entry().replyTo(), Door.ROOM_FULL));
        }
        deliveries.close(seat, obstacle);
    }

    /// Taking the state and subscribing to what follows is one step: what the state holds is what
    /// the others were told before, and all that comes later is told to this seat as well.
    private void seat(Seat seat) {
        Door door = new Door(context, scene);
        door.arrival(seat.entry()).forEach(event -> publish(seat.participantId(), event));
        Seat replaced = scene.seats().get(seat.participantId());
        if (replaced != null) {
            deliveries.close(replaced, CloseCode.REPLACED);
        }
        scene = scene.with(seat);
        deliveries.tell(seat, new Snapshots(context, scene.state(), events).of(seat.entry()));
        scene.progress().values().forEach(progress -> deliveries.tell(seat, progress));
        if (scene.head() != null) {
            deliveries.tell(seat, new HeadSigned(now(), scene.head()));
        }
    }

    private void command(Seat seat, Command command) {
        if (isTaken(seat, command.id())) {
            deliveries.tell(seat, new ServerMessage.Duplicate(command.id()));
            return;
        }
        Author author = new Author.Member(seat.participantId());
        Intent intent =
                new Archive(context).recall(scene.state(), seat.participantId(), command.intent());
        switch (RoomRules.decide(scene.state(), author, intent, now())) {
            case Refused(Refusal refusal) -> refuse(seat, command, refusal);
            case Accepted accepted -> accept(seat, command, accepted);
        }
    }

    private void refuse(Seat seat, Command command, Refusal refusal) {
        try (LogContext _ = seat.logContext()) {
            LOG.debug(
                    "Refused {} of {}: {}",
                    command.intent().getClass().getSimpleName(),
                    seat.participantId(),
                    refusal.code().word());
        }
        deliveries.tell(seat, new ServerMessage.Refused(command.id(), refusal));
    }

    private void accept(Seat seat, Command command, Accepted accepted) {
        Refusal obstacle = whyNot(accepted.event());
        if (obstacle == null) {
            obstacle = context.paces().whyHasty(seat.participantId(), command.intent());
        }
        if (obstacle == null && accepted.event() instanceof RunStarted started) {
            obstacle = context.runs().reserve(started.runId());
        }
        if (obstacle != null) {
            refuse(seat, command, obstacle);
            return;
        }
        if (accepted.event() instanceof RunStarted started) {
            reserved.add(started.runId());
        }
        acknowledge(seat, command, accepted.event());
        accepted.consequences().forEach(consequence -> publish(null, consequence));
    }

    /// What the relay cannot do, where the room would have it.
    private @Nullable Refusal whyNot(RoomEvent event) {
        return event instanceof RunStarted started
                ? context.runs().whyNot(scene.state(), started)
                : null;
    }

    /// What comes of a run that is over for the room is of no interest any more.
    private void ran(RunId id, RoomEvent event) {
        Run run = scene.state().runs().get(id);
        if (run != null && !run.isOver()) {
            publish(run.by(), event);
        }
    }

    private void progressed(RunProgress progress) {
        Run run = scene.state().runs().get(progress.run());
        if (run != null && !run.isOver()) {
            RunProgressed message = progress.message(now());
            scene = scene.with(message);
            deliveries.tellAll(scene.seats().values(), message);
        }
    }

    private void endRuns(Stream<Run> runs, RunError why) {
        runs.toList().forEach(run -> publish(run.by(), context.runs().end(run, why, now())));
    }

    /// What follows of an event beyond the room, once it is committed.
    private void act(LoggedEvent logged) {
        RoomRuns runs = context.runs();
        switch (logged.event()) {
            case RunStarted started -> {
                Document document = Objects.requireNonNull(scene.state().document(started.doc()));
                deliveries.add(() -> runs.begin(document, started));
            }
            case RunInput(RunId run, String text, boolean eof) ->
                    deliveries.add(() -> runs.type(run, text, eof));
            case RunStopped(RunId run) -> deliveries.add(() -> runs.stop(run));
            case RunFinished finished -> deliveries.add(() -> runs.forget(finished.runId()));
            case RoomEvent _ -> {}
        }
    }

    private boolean isTaken(Seat seat, CommandId id) {
        Participant author =
                Objects.requireNonNull(scene.state().participant(seat.participantId()));
        return id.value() <= author.lastId();
    }

    private void acknowledge(Seat author, Command command, RoomEvent event) {
        LoggedEvent logged = happen(author.participantId(), command.id(), event);
        deliveries.tell(
                author,
                new Ack(
                        command.id(),
                        logged.seq(),
                        logged.at(),
                        Acknowledgement.of(command.intent(), event)));
        tellAll(scene.without(author).seats().values(), logged);
        if (event instanceof PeerLeft left) {
            part(left);
        }
    }

    /// Whoever left or was removed is told nothing more.
    private void part(PeerLeft left) {
        Seat seat = scene.seats().get(left.participantId());
        if (seat != null) {
            scene = scene.without(seat);
            deliveries.close(
                    seat,
                    left.reason() == DepartureReason.REMOVED ? CloseCode.REVOKED : CloseCode.LEFT);
        }
    }

    /// It may come with an id, which is answered like a command's. But since nothing is stored, the
    /// id is not taken.
    private void diverged(Seat seat, @Nullable CommandId id, Diverged diverged) {
        if (id != null && isTaken(seat, id)) {
            deliveries.tell(seat, new ServerMessage.Duplicate(id));
            return;
        }
        long now = now();
        if (scene.state().document(diverged.doc()) != null) {
            String said = scene.checks().hashAt(diverged.doc(), diverged.revision());
            deliveries.add(() -> {
                try (LogContext _ = seat.logContext()) {
                    context.divergences()
                            .add(context.session(), seat.participantId(), diverged, said, now);
                }
            });
        }
        if (id != null) {
            deliveries.tell(seat, new ServerMessage.Noted(id, now));
        }
    }

    private void pass(Seat seat, @Nullable CommandId id, Passing passing) {
        var passage = new Passage(scene.state(), seat.participantId(), now());
        Refusal refusal = passage.whyNot(passing);
        if (refusal != null) {
            deliveries.tell(seat, new ServerMessage.Refused(id, refusal));
            return;
        }
        ServerMessage message = passage.onward(passing);
        if (message != null) {
            deliveries.tellAll(scene.without(seat).seats().values(), message);
        }
    }

    private void request(Requested request) {
        if (!scene.exists()) {
            deliveries.add(() -> request.answer().completeExceptionally(new NoSuchSession()));
            return;
        }
        Author author = new Author.Owner(scene.owner());
        Decision decision = RoomRules.decide(scene.state(), author, request.intent(), now());
        if (decision instanceof Accepted(var event, var consequences)) {
            publish(author.participantId(), event);
            consequences.forEach(consequence -> publish(null, consequence));
        }
        deliveries.add(() -> request.answer().complete(decision));
    }

    private void ask(Letter.Asked<?> asked) {
        Scene asOf = scene;
        deliveries.add(
                asOf.exists()
                        ? () -> asked.answer(asOf.state())
                        : () -> asked.answer().completeExceptionally(new NoSuchSession()));
    }

    private void lookAtTheClock() {
        if (!scene.exists()) {
            return;
        }
        context.deadlines()
                .due(scene.state(), scene.attendance(), now())
                .forEach(event -> publish(null, event));
        Long runsEnd = context.deadlines().runsEnd(scene.state(), scene.attendance());
        if (runsEnd != null && runsEnd <= now()) {
            endRuns(context.runs().underWay(scene.state()), RoomRuns.LEFT);
        }
    }

    private void close() {
        endRuns(context.runs().underWay(scene.state()), RoomRuns.CLOSED);
        scene.seats().values().forEach(seat -> deliveries.close(seat, CloseCode.GOING_AWAY));
        scene = scene.withSeats(OrderedPMap.empty());
        noticeAbsence();
    }

    private void publish(@Nullable ParticipantId by, RoomEvent event) {
        tellAll(scene.seats().values(), happen(by, null, event));
    }

    /// Written once for all who see the same of it.
    private void tellAll(Collection<Seat> seats, LoggedEvent logged) {
        if (logged.event().seenBy(Role.SPECTATOR).equals(logged.event())) {
            deliveries.tellAll(seats, logged, Role.SPECTATOR);
            return;
        }
        seats.stream()
                .collect(Collectors.groupingBy(this::role))
                .forEach((role, readers) -> deliveries.tellAll(readers, logged, role));
    }

    private Role role(Seat seat) {
        return Objects.requireNonNull(scene.state().participant(seat.participantId())).role();
    }

    private LoggedEvent happen(
            @Nullable ParticipantId by, @Nullable CommandId id, RoomEvent event) {
        if (event instanceof SessionEnded) {
            endRuns(context.runs().underWay(scene.state()), RoomRuns.ENDED);
        }
        LoggedEvent logged = new LoggedEvent(scene.state().seq().next(), now(), by, id, event);
        events.add(logged);
        scene = scene.evolve(logged);
        act(logged);
        return logged;
    }

    /// The clock may go back; the log does not.
    private long now() {
        return Math.max(scene.state().at(), clock);
    }
}
