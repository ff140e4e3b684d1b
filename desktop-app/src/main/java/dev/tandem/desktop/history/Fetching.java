package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/// Fetches all events of an interview, page after page, on the threads that the pages come on.
public final class Fetching {
    private static final int PAGE = 10_000;

    private final Archive archive;
    private final SessionSummary session;
    private final IntConsumer onProgress;
    private final List<LoggedEvent> events = new ArrayList<>();
    private final CompletableFuture<Answer<List<LoggedEvent>>> all = new CompletableFuture<>();

    private Fetching(Archive archive, SessionSummary session, IntConsumer onProgress) {
        this.archive = archive;
        this.session = session;
        this.onProgress = onProgress;
    }

    /// Begins.
    ///
    /// @param onProgress is told after each page, on any thread, how many events are there
    public static Fetching begin(Archive archive, SessionSummary session, IntConsumer onProgress) {
        Fetching fetching = new Fetching(archive, session, onProgress);
        fetching.fetchAfter(Seq.ZERO);
        return fetching;
    }

    /// Completes when all of it is there, or why it is not; never after [#cancel].
    public CompletableFuture<Answer<List<LoggedEvent>>> events() {
        return all;
    }

    /// Asks for no more pages.
    public void cancel() {
        all.cancel(false);
    }

    private void fetchAfter(Seq after) {
        var _ = archive.events(session.id(), after, PAGE).thenAccept(this::take);
    }

    private void take(Answer<EventPage> answer) {
        if (all.isDone()) {
            return;
        }
        switch (answer) {
            case Answer.Given<EventPage>(EventPage page) -> take(page);
            case Answer.Failed<EventPage>(var code, String sentence) ->
                    all.complete(new Answer.Failed<>(code, sentence));
        }
    }

    private void take(EventPage page) {
        events.addAll(page.items());
        onProgress.accept(events.size());
        Seq nextAfter = page.nextAfter();
        if (nextAfter == null) {
            all.complete(new Answer.Given<>(List.copyOf(events)));
        } else {
            fetchAfter(nextAfter);
        }
    }
}
