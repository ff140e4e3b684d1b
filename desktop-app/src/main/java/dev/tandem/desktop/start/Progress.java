package dev.tandem.desktop.start;

import dev.tandem.desktop.start.Doorway.Attempt;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.desktop.start.Doorway.Watcher;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One attempt at a time: whether it is under way, and in words what it does. FX thread.
public final class Progress {
    private final String offer;
    private final ReadOnlyStringWrapper words;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private @Nullable Attempt attempt;

    /// @param offer what the button says while nothing is under way
    Progress(String offer) {
        this.offer = offer;
        this.words = new ReadOnlyStringWrapper(this, "words", offer);
    }

    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Gives up what is under way.
    public void cancel() {
        Attempt abandoned = attempt;
        stop();
        if (abandoned != null) {
            abandoned.cancel();
        }
    }

    /// Begins, if nothing is under way. A failure may be told while it begins.
    void attempt(String first, Function<Watcher, Attempt> begin, Consumer<Failure> onFailure) {
        if (busy.get()) {
            return;
        }
        words.set(first);
        busy.set(true);
        Attempt begun =
                begin.apply(
                        new Watcher() {
                            @Override
                            public void progress(String what) {
                                words.set(what);
                            }

                            @Override
                            public void failed(Failure failure) {
                                stop();
                                onFailure.accept(failure);
                            }
                        });
        attempt = busy.get() ? begun : null;
    }

    private void stop() {
        attempt = null;
        busy.set(false);
        words.set(offer);
    }
}
