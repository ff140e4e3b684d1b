package dev.tandem.desktop.editor;

import org.reactfx.Suspendable;
import org.reactfx.value.SuspendableVal;
import org.reactfx.value.SuspendableVar;

/// How large a text control takes its whole text to be, and where in it one is: what scroll bars
/// show. Each line that is laid out changes all of it a little, and the bars would work everything
/// out again for each; so they hear of it once, when all lines are laid out. FX thread.
record Estimates(
        SuspendableVal<Double> width,
        SuspendableVal<Double> height,
        SuspendableVar<Double> scrollX,
        SuspendableVar<Double> scrollY) {

    /// Lays lines out, and lets nobody hear of it before.
    void holdWhile(Runnable layout) {
        Suspendable.combine(width, height, scrollX, scrollY).suspendWhile(layout);
    }
}
