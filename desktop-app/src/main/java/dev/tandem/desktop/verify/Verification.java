package dev.tandem.desktop.verify;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.wire.BadFile;
import dev.tandem.protocol.wire.SessionFile;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One file that is checked, by itself and then against what somebody kept. What is shown is about
/// what was asked last. On the thread of its turns.
public final class Verification {
    private final Evidence evidence;
    private final Executor turn;
    private final CompletableFuture<Answer<byte[]>> file;
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(this, "verdict", Verdict.UNDER_WAY);
    private int questions;

    /// Begins.
    ///
    /// @param turn where it goes on, with what was found elsewhere
    public Verification(Evidence evidence, Executor turn) {
        this.evidence = evidence;
        this.turn = turn;
        file = evidence.bytes().get();
        check(null);
    }

    Evidence evidence() {
        return evidence;
    }

    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// Checks it once more, against what somebody kept.
    ///
    /// @param text a head's line, or a receipt
    /// @return whether it is one of these
    public boolean compare(String text) {
        Optional<KeptHead> kept = KeptHead.parse(text);
        kept.ifPresent(this::check);
        return kept.isPresent();
    }

    private void check(@Nullable KeptHead kept) {
        int question = ++questions;
        verdict.set(Verdict.UNDER_WAY);
        var _ =
                file.thenApplyAsync(answer -> found(answer, kept), Thread::startVirtualThread)
                        .thenAcceptAsync(found -> show(question, found), turn);
    }

    private Verdict found(Answer<byte[]> answer, @Nullable KeptHead kept) {
        try {
            return switch (answer) {
                case Answer.Given<byte[]>(byte[] bytes) ->
                        Verdict.of(
                                SessionFile.check(bytes, kept),
                                evidence.keeper(),
                                kept,
                                ZoneId.systemDefault());
                case Answer.Failed<byte[]>(_, String sentence) -> Verdict.failed(sentence);
            };
        } catch (BadFile e) {
            return Verdict.failed(String.valueOf(e.getMessage()));
        }
    }

    private void show(int question, Verdict found) {
        if (question == questions) {
            verdict.set(found);
        }
    }
}
