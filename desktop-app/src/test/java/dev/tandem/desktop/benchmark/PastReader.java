package dev.tandem.desktop.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Someone who looks through the past interviews, by wheel and keys. Any thread but the FX one.
final class PastReader {
    private static final long FRAME_MS = 16;
    private static final long HELD_KEY_MS = 33;

    /// Longer than the list waits for more: each letter is searched for.
    private static final long LETTER_MS = 300;

    private static final long LOOK_MS = 600;
    private static final double STEP = 390;
    private static final String WORDS = "data engineer, 49";

    private final Scene scene;
    private final int interviews;

    /// Something that they do.
    record Deed(String name, Runnable action) {}

    PastReader(Scene scene, int interviews) {
        this.scene = scene;
        this.interviews = interviews;
        FxThread.await("the list", () -> scene.lookup("#history-list .list-cell") != null);
        awaitCount("The first 50 interviews");
    }

    List<Deed> deeds() {
        return List.of(
                new Deed("typing a search, and taking it back", this::search),
                new Deed("in each other order", this::sort),
                new Deed("down through 200 with the key held", () -> press(200, HELD_KEY_MS)),
                new Deed("down through 20, each looked at", () -> press(20, LOOK_MS)),
                new Deed("scrolling down through all, 390 pixels a frame", this::toTheEnd),
                new Deed("scrolling up again, 3,900 pixels a frame", this::toTheBeginning));
    }

    private void search() {
        Node field = find("#history-search");
        for (char letter : WORDS.toCharArray()) {
            FxThread.run(() ->
                    fire(field, KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED));
            pause(LETTER_MS);
        }
        pause(LOOK_MS);
        for (int i = 0; i < WORDS.length(); i++) {
            FxThread.run(() -> fire(field, KeyEvent.KEY_PRESSED, "", KeyCode.BACK_SPACE));
            pause(LETTER_MS);
        }
        pause(LOOK_MS);
        awaitCount("The first 50 interviews");
    }

    private void sort() {
        ComboBox<?> order = (ComboBox<?>) find("#history-sort");
        int all = order.getItems().size();
        for (int i = 1; i <= all; i++) {
            int next = i % all;
            FxThread.run(() -> order.getSelectionModel().select(next));
            pause(LOOK_MS);
        }
    }

    private void press(int times, long pauseMs) {
        FxThread.run(() -> list().requestFocus());
        for (int i = 0; i < times; i++) {
            FxThread.run(() -> fire(list(), KeyEvent.KEY_PRESSED, "", KeyCode.DOWN));
            pause(pauseMs);
        }
    }

    private void toTheEnd() {
        while (FxThread.call(() -> flow().getLastVisibleCell().getIndex() < interviews - 1)) {
            wheel(-STEP);
        }
    }

    private void toTheBeginning() {
        while (FxThread.call(() -> flow().getFirstVisibleCell().getIndex() > 0)) {
            wheel(10 * STEP);
        }
    }

    private void wheel(double pixels) {
        FxThread.run(() -> Wheel.turn(flow(), pixels));
        pause(FRAME_MS);
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) find("#history-list .virtual-flow");
    }

    private ListView<?> list() {
        return (ListView<?>) find("#history-list");
    }

    private void awaitCount(String words) {
        FxThread.await(words, () -> ((Labeled) find("#history-count")).getText().equals(words));
    }

    private Node find(String selector) {
        return Objects.requireNonNull(scene.lookup(selector), selector);
    }

    private static void pause(long ms) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
    }

    private static void fire(Node at, EventType<KeyEvent> type, String sign, KeyCode code) {
        Event.fireEvent(at, new KeyEvent(type, sign, sign, code, false, false, false, false));
    }
}
