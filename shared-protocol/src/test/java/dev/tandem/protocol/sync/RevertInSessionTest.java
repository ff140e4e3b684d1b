package dev.tandem.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.Seeds;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two or three people write, undo, redo and revert, over connections that delay, break and come
/// back; then what came of it is reverted. No character is typed twice, so each can be followed.
class RevertInSessionTest {
    private static final int SESSIONS = 50;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void revertingTakesBackExactlyWhatWasDone(long seed) throws IOException {
        RandomGenerator random = Seeds.random(seed);
        for (int i = 0; i < SESSIONS; i++) {
            Plan.writing(random.nextLong())
                    .play(
                            "revert-%d-%d".formatted(seed, i),
                            session -> {
                                session.heal();
                                Log log = new Log(session);
                                log.revertFromTheNewestOn();
                                log.revertTheLastTogether();
                                log.revertEach();
                            });
        }
    }

    /// What became of each character.
    private static final class Log {
        final DocumentHistory history;

        /// The text at each revision.
        final List<String> texts = new ArrayList<>();

        private final Map<Integer, Integer> insertedBy = new HashMap<>();
        private final Map<Integer, Integer> deletedBy = new HashMap<>();
        private final Map<Integer, Set<Integer>> undone = new HashMap<>();
        private final Set<Integer> restoredByTwo = new HashSet<>();

        Log(SimulatedSession session) {
            history = session.state().document(DocumentId.MAIN).history();
            texts.add(SimulatedSession.TEXT);
            int revision = 0;
            for (TextChange change : history.since(0)) {
                follow(change, ++revision);
            }
        }

        private void follow(TextChange change, int revision) {
            String before = texts.getLast();
            texts.add(change.operation().apply(before));
            Set<Integer> undoes = new HashSet<>(history.undoOf(revision));
            history.undoOf(revision).forEach(r -> undoes.addAll(undone.get(r)));
            undone.put(revision, undoes);
            for (String inserted : change.invert().deleted()) {
                List<Integer> characters = points(inserted);
                characters.forEach(c -> insertedBy.putIfAbsent(c, revision));
                if (characters.stream().anyMatch(c -> isAnothers(c, undoes, before))) {
                    restoredByTwo.addAll(characters);
                }
            }
            change.deleted().forEach(d -> points(d).forEach(c -> deletedBy.put(c, revision)));
        }

        /// The one accepted anomaly: two people took away the same and brought it back, or one of
        /// them did. It may then be there twice, and is nobody's.
        private boolean isAnothers(int character, Set<Integer> undoes, String before) {
            Integer deletion = deletedBy.get(character);
            return before.indexOf(character) >= 0
                    || (deletion != null && !undoes.contains(deletion));
        }

        /// It leads back through every text that there was.
        void revertFromTheNewestOn() {
            DocumentHistory after = history;
            String text = texts.getLast();
            for (int revision = history.headRevision(); revision > 0; revision--) {
                TextOperation revert = after.revert(revision, revision);
                after = after.append(TextChange.of(revert, text), List.of(revision));
                text = revert.apply(text);
                assertThat(text).isEqualTo(texts.get(revision - 1));
                assertThat(after.revert(revision, revision).isIdentity()).isTrue();
            }
        }

        /// However many they are, it leads to the text before them.
        void revertTheLastTogether() {
            int head = history.headRevision();
            for (int first = 1; first <= head; first++) {
                String before = history.revert(first, head).apply(texts.getLast());
                assertThat(before).isEqualTo(texts.get(first - 1));
            }
        }

        /// What is left of it is gone, and what it deleted is there again.
        void revertEach() {
            for (int revision = 1; revision <= history.headRevision(); revision++) {
                if (isNeitherUndoneNorUndo(revision)) {
                    revert(revision);
                }
            }
        }

        private boolean isNeitherUndoneNorUndo(int revision) {
            return history.undoOf(revision).isEmpty()
                    && undone.values().stream().noneMatch(undoes -> undoes.contains(revision));
        }

        private void revert(int revision) {
            String text = texts.getLast();
            List<Integer> reverted = points(history.revert(revision, revision).apply(text));
            Set<Integer> expected = new HashSet<>(points(text));
            expected.removeIf(c -> insertedBy.getOrDefault(c, 0) == revision);
            deletedBy.forEach((c, deletion) -> {
                if (deletion == revision && insertedBy.getOrDefault(c, 0) != revision) {
                    expected.add(c);
                }
            });
            expected.removeAll(restoredByTwo);
            List<Integer> certain = new ArrayList<>(reverted);
            certain.removeAll(restoredByTwo);
            assertThat(certain).doesNotHaveDuplicates();
            assertThat(Set.copyOf(certain)).isEqualTo(expected);
            if (undone.values().stream().allMatch(Set::isEmpty)) {
                assertSameOrder(points(texts.get(revision - 1)), reverted);
            }
        }

        private static void assertSameOrder(List<Integer> before, List<Integer> after) {
            List<Integer> common = new ArrayList<>(before);
            common.retainAll(after);
            List<Integer> there = new ArrayList<>(after);
            there.retainAll(before);
            assertThat(there).isEqualTo(common);
        }

        private static List<Integer> points(String text) {
            return text.codePoints().boxed().toList();
        }
    }
}
