package dev.tandem.desktop.benchmark;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/// The wheel of a mouse that is above a node. FX thread.
final class Wheel {
    private Wheel() {}

    /// @param pixels up; down if they are negative
    static void turn(Node below, double pixels) {
        Event.fireEvent(
                below,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        20,
                        20,
                        20,
                        20,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        pixels,
                        1,
                        1,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
