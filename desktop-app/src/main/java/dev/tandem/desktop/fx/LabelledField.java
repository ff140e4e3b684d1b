package dev.tandem.desktop.fx;

import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A field with its name above and room for one sentence below: a hint, a confirmation or an error.
/// The room is always there, so that a sentence that comes or goes moves nothing. FX thread.
public final class LabelledField<C extends Control> extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double LINE = 18;

    private final C control;
    private final Label message = new Label();

    public LabelledField(String name, C control) {
        this.control = control;
        Label label = new Label(name);
        label.getStyleClass().add("label-above");
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(name);
        message.getStyleClass().add("message");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("labelled-field");
        getChildren().addAll(label, control, message);
        reserve(2);
        clear();
    }

    public C control() {
        return control;
    }

    /// Keeps room for so many lines below; two if nothing is said.
    public void reserve(int lines) {
        double height = 4 + lines * LINE;
        message.setMinHeight(height);
        message.setPrefHeight(height);
        message.setMaxHeight(height);
    }

    public void hint(String sentence) {
        say(Tone.NEUTRAL, sentence);
    }

    public void confirm(String sentence) {
        say(Tone.OK, "✓ " + sentence);
    }

    /// Says what is wrong and what to do, and marks the field.
    public void error(String sentence) {
        say(Tone.BAD, sentence);
    }

    public void clear() {
        say(Tone.NEUTRAL, "");
    }

    /// Says a sentence in the colour of its tone; the empty one says nothing.
    public void say(Tone tone, String sentence) {
        message.setText(sentence);
        tone.paint(message);
        control.setAccessibleHelp(sentence);
        control.pseudoClassStateChanged(DANGER, tone == Tone.BAD);
    }
}
