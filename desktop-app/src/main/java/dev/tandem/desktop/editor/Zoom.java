package dev.tandem.desktop.editor;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;
import static org.fxmisc.wellbehaved.event.EventPattern.anyOf;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.InputMap.consume;
import static org.fxmisc.wellbehaved.event.InputMap.sequence;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.wellbehaved.event.Nodes;

/// The size of the code: Ctrl or Cmd with +, − and 0, or with the wheel. FX thread.
final class Zoom {
    static final double USUAL = 14;
    private static final double LEAST = 8;
    private static final double MOST = 40;

    private final DoubleProperty fontSize = new SimpleDoubleProperty(this, "fontSize", USUAL);

    Zoom(Node area) {
        fontSize.subscribe(
                size -> area.setStyle("-fx-font-size: %spx;".formatted(size.doubleValue())));
        Nodes.addInputMap(
                area,
                sequence(
                        consume(
                                anyOf(
                                        keyPressed(KeyCode.PLUS, SHORTCUT_DOWN),
                                        keyPressed(KeyCode.ADD, SHORTCUT_DOWN),
                                        keyPressed(KeyCode.EQUALS, SHORTCUT_DOWN),
                                        keyPressed(KeyCode.EQUALS, SHORTCUT_DOWN, SHIFT_DOWN)),
                                _ -> by(1)),
                        consume(
                                anyOf(
                                        keyPressed(KeyCode.MINUS, SHORTCUT_DOWN),
                                        keyPressed(KeyCode.SUBTRACT, SHORTCUT_DOWN)),
                                _ -> by(-1)),
                        consume(
                                anyOf(
                                        keyPressed(KeyCode.DIGIT0, SHORTCUT_DOWN),
                                        keyPressed(KeyCode.NUMPAD0, SHORTCUT_DOWN)),
                                _ -> fontSize.set(USUAL))));
        area.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    DoubleProperty fontSizeProperty() {
        return fontSize;
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            by(Math.signum(event.getDeltaY()));
            event.consume();
        }
    }

    private void by(double steps) {
        fontSize.set(Math.clamp(fontSize.get() + steps, LEAST, MOST));
    }
}
