package dev.tandem.desktop.fx;

import javafx.scene.layout.Region;

/// A dot beside the words for a state. It says nothing of its own: screen readers pass it over. FX
/// thread.
public final class StatusDot extends Region {
    public StatusDot(Tone tone) {
        getStyleClass().add("status-dot");
        show(tone);
    }

    public void show(Tone tone) {
        tone.paint(this);
    }
}
