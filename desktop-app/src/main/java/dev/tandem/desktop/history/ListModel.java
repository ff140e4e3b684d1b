package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.SessionId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The past interviews of one archive: the list, the one that is selected, and what is done with
/// it. On its clock's thread.
public final class ListModel {
    private final Archive archive;
    private final Clock clock;
    private final Pages pages;
    private final ReadOnlyObjectWrapper<Details> details =
            new ReadOnlyObjectWrapper<>(this, "details", new Details.Nothing());
    private final ReadOnlyObjectWrapper<Errand> errand =
            new ReadOnlyObjectWrapper<>(this, "errand", Errand.NONE);
    private final Map<SessionId, FeedbackModel> feedbacks = new HashMap<>();
    private int selections;
    private @Nullable Fetching fetching;

    /// Begins with all of them.
    ///
    /// @param onRefused when one is not signed in any more
    ListModel(Archive archive, Clock clock, Runnable onRefused) {
        this.archive = archive;
        this.clock = clock;
        pages =
                new Pages(
                        archive,
                        clock,
                        () -> {
                            if (!hasUnsaved()) {
                                onRefused.run();
                            }
                        });
        load();
    }

    Archive archive() {
        return archive;
    }

    public Pages pages() {
        return pages;
    }

    public ReadOnlyObjectProperty<Details> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// What is written about an interview. What is not saved is kept, whatever is selected.
    FeedbackModel feedback(SessionSummary session) {
        return feedbacks.computeIfAbsent(session.id(), id -> new FeedbackModel(archive, clock, id));
    }

    boolean hasUnsaved() {
        return feedbacks.values().stream().anyMatch(FeedbackModel::isUnsaved);
    }

    /// Saves what is not saved.
    ///
    /// @return whether nothing is left then that would be lost
    CompletableFuture<Boolean> save() {
        CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
        for (FeedbackModel one : feedbacks.values()) {
            all = all.thenCombine(one.save(), (before, now) -> before && now);
        }
        return all.thenApplyAsync(saved -> saved && !hasUnsaved(), clock.turn());
    }

    /// Saves what was written about the others, and forgets what has been.
    private void letGo(SessionSummary shown) {
        feedbacks.forEach((id, one) -> {
            if (!id.equals(shown.id())) {
                var _ = one.save();
            }
        });
        feedbacks
                .entrySet()
                .removeIf(one -> !one.getKey().equals(shown.id()) && !one.getValue().isUnsaved());
    }

    /// What is being done with an interview, one thing at a time.
    public ReadOnlyObjectProperty<Errand> errandProperty() {
        return errand.getReadOnlyProperty();
    }

    /// The interview that is selected; null where none is.
    public @Nullable SessionSummary selected() {
        return details.get().session();
    }

    /// Narrows the list down, or sorts it anew.
    public void show(Filter wanted) {
        if (!wanted.equals(pages.filterProperty().get())) {
            pages.setFilter(wanted);
            load();
        }
    }

    /// Asks for the list as it is now.
    public void load() {
        pages.load(this::selectOne);
    }

    /// What was selected stays so as long as it is in the list.
    private void selectOne() {
        SessionSummary before = selected();
        if (before == null || pages.indexOf(before.id()) < 0) {
            selectAt(0);
        }
    }

    private void selectAt(int index) {
        List<SessionSummary> interviews = pages.interviews();
        if (interviews.isEmpty()) {
            selections++;
            details.set(new Details.Nothing());
        } else {
            select(interviews.get(Math.min(index, interviews.size() - 1)));
        }
    }

    /// Shows an interview: at once what the list knows of it, the rest when one stays with it.
    public void select(SessionSummary session) {
        SessionSummary before = selected();
        if (before == null || !before.id().equals(session.id())) {
            loadDetails(session);
        }
    }

    /// Asks again for what did not come.
    public void loadDetails(SessionSummary session) {
        int selection = ++selections;
        letGo(session);
        details.set(new Details.Coming(session));
        clock.moment()
                .execute(() -> {
                    if (selection == selections) {
                        ask(selection, session);
                    }
                });
    }

    private void ask(int selection, SessionSummary session) {
        feedback(session).loadOnce();
        then(
                archive.details(session.id()),
                answer -> {
                    if (selection == selections) {
                        details.set(shown(session, answer));
                    }
                });
    }

    private static Details shown(SessionSummary session, Answer<SessionDetails> answer) {
        return switch (answer) {
            case Answer.Given<SessionDetails>(SessionDetails given) ->
                    new Details.Whole(given.summary(), given.documents());
            case Answer.Failed<SessionDetails>(_, String sentence) ->
                    new Details.Failed(session, sentence);
        };
    }

    /// Fetches all of an interview.
    ///
    /// @param onFetched is given its events
    public void fetch(SessionSummary session, Consumer<List<LoggedEvent>> onFetched) {
        errand.set(new Errand(Errand.State.CANCELLABLE, "Fetching the recording…"));
        Fetching begun =
                Fetching.begin(
                        archive,
                        session,
                        events -> clock.turn().execute(() -> showProgress(session, events)));
        fetching = begun;
        then(
                begun.events(),
                answer -> {
                    if (fetching == begun) {
                        fetching = null;
                        end(answer, onFetched, "");
                    }
                });
    }

    private void showProgress(SessionSummary session, int events) {
        if (fetching != null) {
            String of = session.size() == null ? "" : " of %,d".formatted(session.size().events());
            errand.set(
                    new Errand(
                            Errand.State.CANCELLABLE,
                            "Fetching the recording: %,d%s events…".formatted(events, of)));
        }
    }

    /// Gives up fetching.
    public void cancel() {
        if (fetching != null) {
            fetching.cancel();
            fetching = null;
            errand.set(Errand.NONE);
        }
    }

    /// Writes an interview to a file.
    public void export(SessionSummary session, ExportFormat format, Path file) {
        new Saving(archive, clock.turn(), errand::set).save(session, format, file);
    }

    /// Erases an interview. The list keeps its place: what came after is selected.
    public void delete(SessionSummary session) {
        String title = session.facts().title();
        errand.set(Errand.goingOn("Deleting “%s”…".formatted(title)));
        then(
                archive.delete(session.id()),
                answer -> {
                    if (answer instanceof Answer.Failed<Boolean>(var code, _)
                            && code == ProblemCode.NOT_FOUND) {
                        takeOut(session.id()); // somebody else was quicker
                        errand.set(Errand.done("“%s” had been deleted already.".formatted(title)));
                    } else {
                        end(answer, _ -> takeOut(session.id()), "Deleted “%s”.".formatted(title));
                    }
                });
    }

    private void takeOut(SessionId session) {
        feedbacks.remove(session);
        int index = pages.indexOf(session);
        pages.remove(session);
        SessionSummary shown = selected();
        if (shown != null && shown.id().equals(session)) {
            selectAt(Math.max(0, index));
        }
    }

    private <T> void end(Answer<T> answer, Consumer<T> onGiven, String done) {
        switch (answer) {
            case Answer.Given<T>(T value) -> {
                errand.set(Errand.done(done));
                onGiven.accept(value);
            }
            case Answer.Failed<T>(_, String sentence) -> errand.set(Errand.failed(sentence));
        }
    }

    private <T> void then(CompletableFuture<T> asked, Consumer<T> next) {
        var _ = asked.thenAcceptAsync(next, clock.turn());
    }
}
