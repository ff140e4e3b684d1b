package dev.tandem.desktop.coderun;

import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.room.Limits;
import java.util.ArrayList;
import java.util.List;

/// Test cases as one edits them, by oneself, until they are saved. FX thread.
final class TestDraft {
    private List<TestCase> saved = List.of();
    private final List<TestCase> tests = new ArrayList<>();

    /// What the room has now. One's own changes stay, if there are some.
    void found(List<TestCase> room) {
        boolean own = isChanged();
        saved = room;
        if (!own) {
            revert();
        }
    }

    List<TestCase> tests() {
        return List.copyOf(tests);
    }

    boolean isChanged() {
        return !tests.equals(saved);
    }

    boolean hasRoom() {
        return tests.size() < Limits.TESTS;
    }

    /// One more at the end.
    ///
    /// @return where it is
    int add() {
        tests.add(new TestCase("Test " + (tests.size() + 1), "", "", false));
        return tests.size() - 1;
    }

    void put(int index, TestCase test) {
        tests.set(index, test);
    }

    void remove(int index) {
        tests.remove(index);
    }

    void revert() {
        tests.clear();
        tests.addAll(saved);
    }
}
