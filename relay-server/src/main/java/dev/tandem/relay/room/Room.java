package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.relay.log.LogContext;
import dev.tandem.relay.room.Letter.Erased;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of one session. It takes what waits for it, decides, commits all of it to the log
/// at once, and only then tells anyone; what comes meanwhile waits and goes together. Lives on a
/// virtual thread of its own, from the first letter until nobody is in the room and nothing waits.
final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final int READ_AT_ONCE = 10_000;
    private static final Refusal NOT_STORED =
            new Refusal(
                    ErrorCode.INTERNAL,
                    "The relay could not store this; nothing happened. Try again in a moment.");

    private final Mailbox mailbox = new Mailbox();
    private final RoomContext context;
    private final RoomRegistry registry;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private @Nullable Scene scene;

    Room(RoomContext context, RoomRegistry registry) {
        this.context = context;
        this.registry = registry;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    CompletableFuture<Void> end() {
        return end;
    }

    void live() {
        try (LogContext _ = LogContext.of(context.session())) {
            do {
                serve(mailbox.take());
            } while (isInhabited() || !mailbox.closeIfEmpty());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a room", e);
        } finally {
            registry.forget(context.session(), this);
            end.complete(null);
        }
    }

    private boolean isInhabited() {
        return scene != null && !scene.seats().isEmpty();
    }

    private void serve(List<Letter> letters) {
        Scene next;
        try {
            next = happen(letters, scene == null ? load() : scene);
        } catch (RuntimeException e) {
            fail(letters, e);
            registry.wakeLater(context.session());
            return;
        } finally {
            letters.forEach(Room::letGoOf);
        }
        scene = next;
        registry.wakeAt(context.session(), nextDeadline(next));
    }

    private void fail(List<Letter> letters, RuntimeException cause) {
        LOG.error("Session {} was set back: {}", context.session(), reason(cause));
        if (cause instanceof Unclear || letters.getFirst() instanceof Erased) {
            abandon(letters, cause);
        } else {
            setBack(letters, cause);
        }
    }

    private Scene happen(List<Letter> letters, Scene before) {
        if (letters.getFirst() instanceof Erased erased) {
            return erase(erased, before);
        }
        Batch batch = new Batch(context, before);
        try {
            return happen(letters, before, batch);
        } catch (RuntimeException e) {
            batch.giveUp();
            throw e;
        }
    }

    private Scene happen(List<Letter> letters, Scene before, Batch batch) {
        letters.forEach(batch::take);
        Seq expected = before.state().seq();
        CompletableFuture<@Nullable Void> stored = store(expected, batch.events());
        batch.check(); // which takes its time with a long text, as storing does
        await(stored, expected, batch.events());
        LOG.trace("Committed {} events after {}", batch.events().size(), expected);
        context.meters().events().increment(batch.events().size());
        context.meters().fanout().record(batch::deliver);
        return new Signing(context).look(before.state().status(), batch.scene().forgetful());
    }

    private CompletableFuture<@Nullable Void> store(Seq after, List<LoggedEvent> events) {
        return events.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : context.log().append(context.session(), after, events);
    }

    /// An append that failed may have reached the disk all the same. The log has the last word:
    /// what is in it has happened.
    private void await(
            CompletableFuture<@Nullable Void> stored, Seq expected, List<LoggedEvent> events) {
        try {
            stored.join();
        } catch (CompletionException e) {
            List<LoggedEvent> there = readBack(expected, events.size() + 1);
            if (there.isEmpty()) {
                throw e;
            }
            if (!there.equals(events)) {
                throw new Unclear("the log has something else");
            }
            LOG.warn("What {} was told failed is in its log", context.session());
        }
    }

    private List<LoggedEvent> readBack(Seq after, int limit) {
        try {
            return context.log().read(context.session(), after, limit);
        } catch (RuntimeException e) {
            throw new Unclear("the log cannot be read: " + reason(e));
        }
    }

    /// Nobody knows whether something has happened.
    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unclear(String why) {
            super(why);
        }
    }

    private static Scene erase(Erased erased, Scene before) {
        if (!before.exists()) {
            throw new NoSuchSession();
        }
        if (before.state().status() != SessionStatus.ENDED) {
            erased.answer().complete(false);
            return before;
        }
        erased.erase().run();
        before.seats().values().forEach(seat -> seat.subscriber().close(CloseCode.REVOKED));
        erased.answer().complete(true);
        return Scene.EMPTY;
    }

    private @Nullable Long nextDeadline(Scene now) {
        if (!now.exists()) {
            return null;
        }
        Deadlines deadlines = context.deadlines();
        Long next = deadlines.next(now.state(), now.attendance());
        Long runs = deadlines.runsEnd(now.state(), now.attendance());
        Long check = now.seats().isEmpty() ? null : deadlines.nextCheck(now.checks());
        Long head = now.seats().isEmpty() ? null : Signing.next(now);
        return Stream.of(next, runs, check, head)
                .map(Optional::ofNullable)
                .flatMap(Optional::stream)
                .min(Long::compare)
                .orElse(null);
    }

    /// What changed before is not checked: nobody is here to whom it was told.
    private Scene load() {
        Scene loaded = Scene.EMPTY;
        List<LoggedEvent> events;
        do {
            Seq after = loaded.state().seq();
            events = context.log().read(context.session(), after, READ_AT_ONCE);
            for (LoggedEvent event : events) {
                loaded = loaded.evolve(event);
            }
            loaded = loaded.forgetful();
        } while (events.size() == READ_AT_ONCE);
        return loaded.withChecks(Checks.NONE).withHead(context.log().lastHead(context.session()));
    }

    /// Nothing of what was decided has happened, and everyone who wanted something is told.
    private void setBack(List<Letter> letters, RuntimeException cause) {
        letters.forEach(letter -> disappoint(letter, cause));
        scene = scene == null ? null : withoutTheDeparted(scene, letters);
    }

    /// What was decided may have happened, so nobody is told that it did not: everyone is sent away
    /// and comes back to what the log says.
    private void abandon(List<Letter> letters, RuntimeException cause) {
        for (Letter letter : letters) {
            if (!(letter instanceof Letter.Commanded)) {
                disappoint(letter, cause);
            }
        }
        if (scene != null) {
            scene.seats().values().forEach(seat -> seat.subscriber().close(CloseCode.FAILED));
        }
        scene = null;
    }

    private static Scene withoutTheDeparted(Scene before, List<Letter> letters) {
        Scene left = before;
        for (Letter letter : letters) {
            if (letter instanceof Letter.Departed(Seat seat)) {
                left = left.without(seat);
            }
        }
        return left;
    }

    private void disappoint(Letter letter, RuntimeException cause) {
        switch (letter) {
            case Letter.Arrived(Seat seat) -> seat.subscriber().close(CloseCode.FAILED);
            case Letter.Commanded(Seat seat, var command) -> refuse(seat, command.id());
            case Letter.Differed(Seat seat, var id, _) when id != null -> refuse(seat, id);
            case Letter.Requested(_, var answer) -> answer.completeExceptionally(cause);
            case Letter.Asked<?>(_, var answer) -> answer.completeExceptionally(cause);
            case Letter.Erased(_, var answer) -> answer.completeExceptionally(cause);
            case Letter.Ran(var run, _) -> context.runs().forget(run);
            case Letter.Differed _,
                    Letter.Passed _,
                    Letter.Departed _,
                    Letter.Progressed _,
                    Letter.Stocked _,
                    Letter.Woken _,
                    Letter.Closed _ -> {}
        }
    }

    private static void refuse(Seat seat, CommandId id) {
        seat.subscriber().send(Outgoing.of(new ServerMessage.Refused(id, NOT_STORED)));
    }

    private static void letGoOf(Letter letter) {
        switch (letter) {
            case Letter.Commanded(Seat seat, _) -> seat.heard();
            case Letter.Differed(Seat seat, _, _) -> seat.heard();
            case Letter.Passed(Seat seat, _, _) -> seat.heard();
            case Letter.Arrived _,
                    Letter.Departed _,
                    Letter.Requested _,
                    Letter.Asked<?> _,
                    Letter.Erased _,
                    Letter.Ran _,
                    Letter.Progressed _,
                    Letter.Stocked _,
                    Letter.Woken _,
                    Letter.Closed _ -> {}
        }
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e instanceof CompletionException ? e.getCause() : e;
        return String.valueOf(cause == null ? e : cause);
    }
}
