package dev.tandem.desktop.shell;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/// Whether one of the application's windows is in front. FX thread.
final class FrontWatch {
    private final Consumer<Boolean> listener;
    private final InvalidationListener look = this::look;
    private final ListChangeListener<Window> follow = this::follow;

    FrontWatch(Consumer<Boolean> listener) {
        this.listener = listener;
    }

    void begin() {
        Window.getWindows().forEach(window -> window.focusedProperty().addListener(look));
        Window.getWindows().addListener(follow);
    }

    void end() {
        Window.getWindows().removeListener(follow);
        Window.getWindows().forEach(window -> window.focusedProperty().removeListener(look));
    }

    private void follow(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getRemoved().forEach(window -> window.focusedProperty().removeListener(look));
            change.getAddedSubList().forEach(window -> window.focusedProperty().addListener(look));
        }
        look(Window.getWindows());
    }

    private void look(Observable changed) {
        listener.accept(Window.getWindows().stream().anyMatch(Window::isFocused));
    }
}
