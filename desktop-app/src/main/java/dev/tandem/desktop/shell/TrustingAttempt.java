package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.Stranger;
import dev.tandem.desktop.connection.Trust;
import dev.tandem.desktop.start.Doorway.Attempt;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.desktop.start.Doorway.Watcher;
import java.util.Optional;
import java.util.function.Function;

/// An attempt that asks the person where the relay is not trusted, and begins anew if they agree.
/// FX thread.
final class TrustingAttempt implements Attempt, Watcher {
    /// Asks a person.
    @FunctionalInterface
    interface Asking {
        void ask(Stranger stranger, Runnable onYes, Runnable onNo);
    }

    private final Trust trust;
    private final String host;
    private final Asking asking;
    private final Watcher watcher;
    private final Function<Watcher, Attempt> begin;
    private Attempt current = () -> {};
    private boolean cancelled;

    /// @param begin begins an attempt to reach `host`
    TrustingAttempt(
            Trust trust,
            String host,
            Asking asking,
            Watcher watcher,
            Function<Watcher, Attempt> begin) {
        this.trust = trust;
        this.host = host;
        this.asking = asking;
        this.watcher = watcher;
        this.begin = begin;
    }

    TrustingAttempt begun() {
        var _ = trust.stranger(host); // of an attempt before this one
        current = begin.apply(this);
        return this;
    }

    @Override
    public void progress(String words) {
        watcher.progress(words);
    }

    @Override
    public void failed(Failure failure) {
        Optional<Stranger> stranger = trust.stranger(host);
        if (stranger.isEmpty()) {
            watcher.failed(failure);
        } else {
            asking.ask(stranger.get(), () -> goOn(stranger.get()), () -> giveUp(failure));
        }
    }

    private void goOn(Stranger stranger) {
        trust.agreeTo(stranger);
        if (!cancelled) {
            begun();
        }
    }

    private void giveUp(Failure failure) {
        if (!cancelled) {
            watcher.failed(failure);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        current.cancel();
    }
}
