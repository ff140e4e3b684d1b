package dev.tandem.desktop.session;

import java.util.function.Consumer;

/// The changes of the main document that others make. FX thread.
public interface RemoteEdits {

    /// `listener` is told every change from now on, in order, on the FX thread. What came together
    /// from one person is composed to one change.
    void onRemoteEdit(Consumer<RemoteEdit> listener);
}
