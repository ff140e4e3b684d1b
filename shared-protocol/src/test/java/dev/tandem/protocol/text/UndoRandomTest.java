package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One person edits, undoes and redoes while others edit too, some of them without having seen the
/// person's last edits.
class UndoRandomTest {
    private static final int ROOMS = 100;
    private static final int STEPS = 80;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoingEverythingLeavesExactlyWhatTheOthersWrote(long seed) {
        RandomGenerator random = Seeds.random(seed);
        for (int i = 0; i < ROOMS; i++) {
            Room room = new Room(random);
            room.play();
            room.undoEverything();
            assertThat(room.characters()).as("room %d of seed %d", i, seed).isEqualTo(room.lasting);
            assertThat(room.baseCharacters()).as("room %d of seed %d", i, seed).isSorted();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void redoingEverythingLeadsBack(long seed) {
        RandomGenerator random = Seeds.random(seed);
        for (int i = 0; i < ROOMS; i++) {
            Room room = new Room(random);
            room.play();
            room.redoEverything();
            String before = room.text;
            room.undoEverything();
            room.redoEverything();
            assertThat(room.text).as("room %d of seed %d", i, seed).isEqualTo(before);
        }
    }

    /// No character is written twice, so each can be followed.
    private static final class Room {
        private static final int BASE = 0x4e00;
        private static final int OTHERS = 0x6000;
        private static final int OWN = 0x20000;

        private final RandomGenerator random;
        private final UndoHistory history = new UndoHistory();

        /// What the others wrote, or was there at first, and the others have not deleted.
        final Set<Integer> lasting = new TreeSet<>();

        /// The person's operations since the last remote one, newest first.
        private final Deque<TextOperation> unseen = new ArrayDeque<>();

        private final Deque<String> unseenTexts = new ArrayDeque<>();
        private int written;
        private int caret;
        private long now;
        String text;

        Room(RandomGenerator random) {
            this.random = random;
            this.text = fresh(BASE, 10);
            text.codePoints().forEach(lasting::add);
        }

        void play() {
            for (int i = 0; i < STEPS; i++) {
                now += random.nextInt(700);
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> edit(TextOperation.insert(text.length(), caret, fresh(OWN, 1)));
                    case 3 -> backspace();
                    case 4 -> edit(randomEdit(text, OWN));
                    case 5 -> undo();
                    case 6 -> redo();
                    default -> remote();
                }
            }
        }

        void undoEverything() {
            while (history.canUndo()) {
                undo();
            }
        }

        void redoEverything() {
            while (history.canRedo()) {
                redo();
            }
        }

        Set<Integer> characters() {
            Set<Integer> characters =
                    text.codePoints().boxed().collect(Collectors.toCollection(TreeSet::new));
            assertThat(text.codePoints().count()).isEqualTo(characters.size());
            return characters;
        }

        int[] baseCharacters() {
            return text.codePoints().filter(character -> character < OTHERS).toArray();
        }

        private void edit(TextOperation operation) {
            history.edited(TextChange.of(operation, text), now);
            own(operation);
        }

        private void backspace() {
            if (caret > 0) {
                int from = text.offsetByCodePoints(caret, -1);
                edit(TextOperation.delete(text.length(), from, caret));
            }
        }

        private void undo() {
            OwnEdit edit = history.undo(text);
            if (edit != null) {
                own(edit.operation());
            }
        }

        private void redo() {
            OwnEdit edit = history.redo(text);
            if (edit != null) {
                own(edit.operation());
            }
        }

        private void own(TextOperation operation) {
            unseen.push(operation);
            unseenTexts.push(text);
            text = operation.apply(text);
            caret = 0;
            int at = 0;
            for (TextOperation.Part part : operation.parts()) {
                at += part.targetLength();
                caret = part instanceof TextOperation.Keep ? caret : at;
            }
        }

        private void remote() {
            // Made on the text as it was before the person's last few edits, then carried over
            // them.
            Deque<TextOperation> over = new ArrayDeque<>();
            String seen = text;
            for (int missed = random.nextInt(4); missed > 0 && !unseen.isEmpty(); missed--) {
                over.push(unseen.pop());
                seen = unseenTexts.pop();
            }
            TextOperation operation = randomEdit(seen, OTHERS);
            for (TextOperation own : over) {
                operation = TextOperation.transform(own, operation).right();
            }
            TextChange change = TextChange.of(operation, text);
            String inserted = String.join("", change.invert().deleted());
            inserted.codePoints().forEach(lasting::add);
            change.deleted().forEach(deleted -> deleted.codePoints().forEach(lasting::remove));
            history.remote(operation);
            caret = operation.mapPosition(caret);
            text = operation.apply(text);
            unseen.clear();
            unseenTexts.clear();
        }

        private TextOperation randomEdit(String before, int alphabet) {
            int points = before.codePointCount(0, before.length());
            int from = random.nextInt(points + 1);
            int count = Math.min(random.nextInt(5), points - from);
            int start = before.offsetByCodePoints(0, from);
            int end = before.offsetByCodePoints(start, count);
            return TextOperation.replace(
                    before.length(), start, end, fresh(alphabet, random.nextInt(4)));
        }

        private String fresh(int alphabet, int count) {
            var fresh = new StringBuilder();
            for (int i = 0; i < count; i++) {
                fresh.appendCodePoint(alphabet + written++);
            }
            return fresh.toString();
        }
    }
}
