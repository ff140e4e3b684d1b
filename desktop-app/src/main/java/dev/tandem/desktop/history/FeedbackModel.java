package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.id.SessionId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What interviewers wrote about one interview: one's own, which is saved when one pauses, and the
/// others'. What was not saved stays here until it is. On its clock's thread.
public final class FeedbackModel {
    /// How far one's own is kept.
    public sealed interface State {
        /// Nobody asked for it yet, or it is to come.
        record Coming() implements State {}

        /// It did not come.
        record Failed(String sentence) implements State {}

        record Saved() implements State {}

        record Unsaved() implements State {}

        record Saving() implements State {}

        record NotSaved(String sentence) implements State {}

        /// One wrote something else meanwhile, on another device.
        record Changed(String elsewhere) implements State {}
    }

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Coming());
    private final ReadOnlyObjectWrapper<List<Feedback>> others =
            new ReadOnlyObjectWrapper<>(this, "others", List.of());
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final Archive archive;
    private final Clock clock;
    private final SessionId session;
    private String saved = "";
    private int version;
    private int edits;
    private boolean asked;
    private CompletableFuture<Boolean> saving = CompletableFuture.completedFuture(true);

    FeedbackModel(Archive archive, Clock clock, SessionId session) {
        this.archive = archive;
        this.clock = clock;
        this.session = session;
        draft.subscribe((_, _) -> edited());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Feedback>> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /// What one writes.
    public StringProperty draftProperty() {
        return draft;
    }

    /// Whether there is something that would be lost.
    boolean isUnsaved() {
        return !draft.get().equals(saved);
    }

    /// Whether one can write: what is there has come.
    static boolean isOpen(State state) {
        return !(state instanceof State.Coming || state instanceof State.Failed);
    }

    /// Asks for it, once.
    void loadOnce() {
        if (!asked) {
            load();
        }
    }

    public void load() {
        asked = true;
        state.set(new State.Coming());
        then(archive.feedback(session), this::loaded);
    }

    private void loaded(Answer<List<Feedback>> answer) {
        switch (answer) {
            case Answer.Given<List<Feedback>>(List<Feedback> all) -> {
                saved = take(all);
                draft.set(saved);
                state.set(new State.Saved());
            }
            case Answer.Failed<List<Feedback>>(_, String sentence) ->
                    state.set(new State.Failed(sentence));
        }
    }

    /// One's own of what there is.
    private String take(List<Feedback> all) {
        others.set(all.stream().filter(one -> !one.mine()).toList());
        Feedback mine = all.stream().filter(Feedback::mine).findFirst().orElse(null);
        version = mine == null ? 0 : mine.version();
        return mine == null ? "" : mine.text();
    }

    private void edited() {
        if (!isOpen(state.get()) || state.get() instanceof State.Changed) {
            return;
        }
        int edit = ++edits;
        if (!(state.get() instanceof State.Saving)) {
            state.set(isUnsaved() ? new State.Unsaved() : new State.Saved());
        }
        clock.pause()
                .execute(() -> {
                    if (edit == edits) {
                        var _ = save();
                    }
                });
    }

    /// Saves what is not saved.
    ///
    /// @return whether everything is saved then; it does not fail
    public CompletableFuture<Boolean> save() {
        if (!isUnsaved()) {
            return CompletableFuture.completedFuture(true);
        }
        if (!saving.isDone() || state.get() instanceof State.Changed) {
            return saving.isDone() ? CompletableFuture.completedFuture(false) : saving;
        }
        String text = draft.get();
        if (text.length() > Feedback.LENGTH) {
            state.set(
                    new State.NotSaved(
                            "It has %,d characters; shorten it to %,d."
                                    .formatted(text.length(), Feedback.LENGTH)));
            return CompletableFuture.completedFuture(false);
        }
        return send(text);
    }

    private CompletableFuture<Boolean> send(String text) {
        CompletableFuture<Boolean> sending = new CompletableFuture<>();
        saving = sending;
        state.set(new State.Saving());
        then(
                archive.writeFeedback(session, new WriteFeedback(text, version)),
                answer -> answered(text, answer, sending));
        return sending;
    }

    private void answered(
            String text, Answer<List<Feedback>> answer, CompletableFuture<Boolean> sending) {
        switch (answer) {
            case Answer.Given<List<Feedback>>(List<Feedback> all) -> {
                take(all);
                saved = text;
                sending.complete(true);
                state.set(isUnsaved() ? new State.Unsaved() : new State.Saved());
                if (isUnsaved()) {
                    var _ = save();
                }
            }
            case Answer.Failed<List<Feedback>>(var code, _)
                    when code == ProblemCode.FEEDBACK_CHANGED ->
                    then(archive.feedback(session), there -> compare(there, sending));
            case Answer.Failed<List<Feedback>>(_, String sentence) -> fail(sentence, sending);
        }
    }

    private void compare(Answer<List<Feedback>> answer, CompletableFuture<Boolean> sending) {
        switch (answer) {
            case Answer.Given<List<Feedback>>(List<Feedback> all) -> {
                saved = take(all);
                state.set(isUnsaved() ? new State.Changed(saved) : new State.Saved());
                sending.complete(!isUnsaved());
            }
            case Answer.Failed<List<Feedback>>(_, String sentence) -> fail(sentence, sending);
        }
    }

    private void fail(String sentence, CompletableFuture<Boolean> sending) {
        state.set(new State.NotSaved(sentence));
        sending.complete(false);
    }

    /// Decides between what one wrote here and elsewhere.
    ///
    /// @param text that is kept
    public void settle(String text) {
        state.set(new State.Unsaved());
        draft.set(text);
        if (isUnsaved()) {
            var _ = save();
        } else {
            state.set(new State.Saved());
        }
    }

    private <T> void then(CompletableFuture<T> asked, Consumer<T> next) {
        var _ = asked.thenAcceptAsync(next, clock.turn());
    }
}
