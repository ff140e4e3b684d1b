package dev.tandem.desktop.start;

import dev.tandem.desktop.fx.Tone;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is in one field, and a sentence about it, which goes away as soon as the text changes. FX
/// thread.
public final class Entry {
    /// A sentence about what is in a field; empty for none.
    public record Remark(Tone tone, String sentence) {
        static final Remark NONE = new Remark(Tone.NEUTRAL, "");
    }

    private final StringProperty text;
    private final ReadOnlyObjectWrapper<Remark> remark =
            new ReadOnlyObjectWrapper<>(this, "remark", Remark.NONE);

    Entry(String text) {
        this.text = new SimpleStringProperty(this, "text", text);
        this.text.subscribe(_ -> clear());
    }

    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyObjectProperty<Remark> remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    boolean isWrong() {
        return remark.get().tone() == Tone.BAD;
    }

    String stripped() {
        return text.get().strip();
    }

    void hint(String sentence) {
        remark.set(new Remark(Tone.NEUTRAL, sentence));
    }

    /// What is wrong and what to do.
    void fail(String sentence) {
        remark.set(new Remark(Tone.BAD, sentence));
    }

    void clear() {
        remark.set(Remark.NONE);
    }
}
