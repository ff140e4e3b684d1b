package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.text.Seeds;
import dev.tandem.protocol.text.TextChange;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One of two or three people undoes and redoes, and in the end undoes everything, over connections
/// that delay, break and come back: nothing of theirs is left, nothing of anybody else's is lost,
/// and the log says of each change whether it was an undo.
///
/// No character is typed twice, so each can be followed.
class UndoInSessionTest {
    private static final int SESSIONS = 365;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void undoingEverythingTakesBackOnesOwnWorkAndNothingElse(long seed) throws IOException {
        RandomGenerator random = Seeds.random(seed);
        for (int i = 0; i < SESSIONS; i++) {
            Plan.undoing(random.nextLong())
                    .play(
                            "undo-%d-%d".formatted(seed, i),
                            session -> {
                                session.undoEverything(0);
                                session.heal();
                                new Outcome(session).check();
                            });
        }
    }

    /// What the log and the text say of each character.
    private static final class Outcome {
        private static final ParticipantId UNDOER = new ParticipantId("p0");

        private final SimulatedSession session;
        private final Set<Integer> known = new HashSet<>();
        private final Set<Integer> deletedByOthers = new HashSet<>();
        private final Set<Integer> broughtByUndo = new HashSet<>();
        private final Map<Revision, TextChange> changes = new HashMap<>();
        private final Map<Revision, Set<Revision>> undone = new HashMap<>();

        Outcome(SimulatedSession session) {
            this.session = session;
            SimulatedSession.TEXT.codePoints().forEach(known::add);
        }

        void check() {
            session.assertConverged();
            for (LoggedEvent logged : session.log()) {
                if (logged.event() instanceof CodeUpdate update) {
                    if (UNDOER.equals(logged.by())) {
                        own(update);
                    } else {
                        others(update);
                    }
                    TextChange change = change(update);
                    changes.put(update.revision(), change);
                    known.addAll(inserted(change));
                }
            }
            everythingElseIsThere();
        }

        private void others(CodeUpdate update) {
            claim("the others undo nothing", update.undoOf() == null);
            deletedByOthers.addAll(deleted(change(update)));
        }

        private void own(CodeUpdate update) {
            if (update.undoOf() == null) {
                newWork(change(update));
            } else {
                undo(change(update), update.undoOf());
                undone.put(update.revision(), withWhatTheyUndid(update.undoOf()));
            }
        }

        private void newWork(TextChange change) {
            claim("new text is new", Collections.disjoint(known, inserted(change)));
            claim("deleted, not undone", session.person(0).deleted().containsAll(deleted(change)));
        }

        /// What others deleted at the same time is no longer in what one's own deletion became. And
        /// what comes and goes before any of it is sent is composed: text may come into the log by
        /// an undo, and an undo may become one change with the undo of what it undid.
        private void undo(TextChange change, List<Revision> undoOf) {
            Set<Integer> there = new HashSet<>(broughtByUndo);
            Set<Integer> gone = new HashSet<>(deletedByOthers);
            for (Revision revision : withWhatTheyUndid(undoOf)) {
                there.addAll(inserted(changes.get(revision)));
                gone.addAll(deleted(changes.get(revision)));
            }
            Set<Integer> brought = inserted(change);
            brought.removeAll(gone);
            claim("it is known what an undo is of", !undoOf.isEmpty());
            claim("it takes away what that inserted", there.containsAll(deleted(change)));
            claim("it brings back what that deleted", Collections.disjoint(known, brought));
            broughtByUndo.addAll(brought);
        }

        private Set<Revision> withWhatTheyUndid(List<Revision> undoOf) {
            Set<Revision> all = new HashSet<>(undoOf);
            undoOf.forEach(revision -> all.addAll(undone.getOrDefault(revision, Set.of())));
            return all;
        }

        private void everythingElseIsThere() {
            List<Integer> text = points(session.state().document(DocumentId.MAIN).text());
            Set<Integer> left = Set.copyOf(text);
            claim("no character is there twice", left.size() == text.size());
            for (int character : known) {
                boolean isLeft = left.contains(character);
                boolean isOwn = Plan.typist(character) == 0;
                claim("nothing of one's own is left", !(isOwn && isLeft));
                claim(
                        "nothing of anybody else's is lost",
                        isOwn || isLeft || deletedByOthers.contains(character));
            }
        }

        private static void claim(String what, boolean holds) {
            if (!holds) {
                throw new AssertionError("does not hold: " + what);
            }
        }

        private static TextChange change(CodeUpdate update) {
            return new TextChange(update.operation(), update.deleted());
        }

        private static Set<Integer> inserted(TextChange change) {
            return deleted(change.invert());
        }

        private static Set<Integer> deleted(TextChange change) {
            return change.deleted().stream()
                    .flatMap(text -> points(text).stream())
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private static List<Integer> points(CharSequence text) {
            return text.codePoints().boxed().toList();
        }
    }
}
