package dev.tandem.desktop.fx;

import javafx.scene.control.Label;

/// A state in a word or two, on a ground of its tone. FX thread.
public final class Pill extends Label {
    public Pill(Tone tone, String words) {
        getStyleClass().add("pill");
        setMinWidth(USE_PREF_SIZE);
        show(tone, words);
    }

    /// A pill for what goes on at the moment: with a dot before the words.
    public static Pill live(Tone tone, String words) {
        Pill pill = new Pill(tone, words);
        pill.setGraphic(new StatusDot(tone));
        return pill;
    }

    public void show(Tone tone, String words) {
        tone.paint(this);
        setText(words);
        if (getGraphic() instanceof StatusDot dot) {
            dot.show(tone);
        }
    }
}
