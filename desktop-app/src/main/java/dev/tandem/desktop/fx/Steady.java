package dev.tandem.desktop.fx;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Room of one width for words that change with every key: nothing around them is laid out anew.
/// They stand at its right. FX thread.
public final class Steady extends Region {
    private final Label words;

    public Steady(Label words, double width) {
        this.words = words;
        words.setAlignment(Pos.CENTER_RIGHT);
        words.setManaged(false); // or its parents are asked how they are, up to the window
        setMinWidth(width);
        setPrefWidth(width);
        getChildren().add(words);
    }

    @Override
    protected double computePrefHeight(double width) {
        return words.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        words.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
