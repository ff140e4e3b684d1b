package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.SessionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The interviews of an archive, as many as were looked at, page by page. On its clock's thread.
public final class Pages {
    private static final int PAGE = 50;

    /// With so few rows left below, the next page is asked for.
    private static final int NEAR_END = 25;

    private static final List<Row> FIRST_OUTLINES = Collections.nCopies(16, new Row.Outline());
    private static final List<Row> MORE_OUTLINES = Collections.nCopies(3, new Row.Outline());

    /// How the list stands.
    public sealed interface State {
        /// The first page is awaited; what was there before still is.
        record Loading() implements State {}

        /// The list is there, or its first pages are.
        ///
        /// @param count how many there are, in words
        record Ready(String count) implements State {}

        record Failed(String sentence) implements State {}
    }

    private final Archive archive;
    private final Clock clock;
    private final Runnable onRefused;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Loading());
    private final ReadOnlyObjectWrapper<Filter> filter =
            new ReadOnlyObjectWrapper<>(this, "filter", Filter.ALL);

    /// How many of the rows are interviews; they are the first.
    private int known;

    /// Where the next page begins; null where there is none.
    private @Nullable String cursor;

    private int question;
    private boolean waiting;

    /// Has nothing yet.
    ///
    /// @param onRefused when one is not signed in any more
    Pages(Archive archive, Clock clock, Runnable onRefused) {
        this.archive = archive;
        this.clock = clock;
        this.onRefused = onRefused;
    }

    /// Interviews, and below them outlines of those that are still to come. Only this object
    /// changes them.
    public ObservableList<Row> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Filter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// The interviews that are there.
    List<SessionSummary> interviews() {
        return rows.stream()
                .filter(Row.Interview.class::isInstance)
                .map(row -> ((Row.Interview) row).session())
                .toList();
    }

    /// Where the last interview stands; -1 if there is none.
    public int last() {
        return known - 1;
    }

    /// Where an interview stands in the list; -1 if it does not.
    public int indexOf(SessionId session) {
        return IntStream.range(0, known)
                .filter(i -> rows.get(i) instanceof Row.Interview(var at) && isIt(at, session))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isIt(SessionSummary candidate, SessionId session) {
        return candidate.id().equals(session);
    }

    void setFilter(Filter wanted) {
        filter.set(wanted);
    }

    /// Asks for the list as it is now, from its beginning.
    void load(Runnable onLoaded) {
        state.set(new State.Loading());
        if (known == 0) {
            rows.setAll(FIRST_OUTLINES);
        }
        ask(
                null,
                page -> {
                    showFirst(page);
                    onLoaded.run();
                },
                this::failWith);
    }

    private void showFirst(SessionPage page) {
        cursor = page.nextCursor();
        known = page.items().size();
        List<Row> all = new ArrayList<>(rowsOf(page));
        if (cursor != null) {
            all.addAll(MORE_OUTLINES);
        }
        rows.setAll(all);
        state.set(new State.Ready(count()));
    }

    private static List<Row> rowsOf(SessionPage page) {
        return page.items().stream().<Row>map(Row.Interview::new).toList();
    }

    private void failWith(String sentence) {
        known = 0;
        cursor = null;
        rows.clear();
        state.set(new State.Failed(sentence));
    }

    /// Is told of a row in sight.
    public void look(int inSight) {
        if (isNearEnd(inSight)) {
            loadMore();
        }
    }

    /// Whether more is wanted where this row is in sight.
    public boolean isNearEnd(int inSight) {
        return cursor != null && !waiting && inSight >= known - NEAR_END && !endsInTrouble();
    }

    private boolean endsInTrouble() {
        return !rows.isEmpty() && rows.getLast() instanceof Row.Trouble;
    }

    /// Asks for the page that follows, if there is one.
    public void loadMore() {
        if (cursor != null) {
            endWith(MORE_OUTLINES);
            ask(cursor, this::add, sentence -> endWith(List.of(new Row.Trouble(sentence))));
        }
    }

    /// The outlines stay below what is new, so that nothing in sight moves.
    private void add(SessionPage page) {
        cursor = page.nextCursor();
        rows.addAll(known, rowsOf(page));
        known += page.items().size();
        if (cursor == null) {
            endWith(List.of());
        }
        state.set(new State.Ready(count()));
    }

    /// Puts rows below the interviews, in place of those that are there.
    private void endWith(List<Row> end) {
        if (!rows.subList(known, rows.size()).equals(end)) {
            rows.remove(known, rows.size());
            rows.addAll(end);
        }
    }

    /// Takes an interview out.
    void remove(SessionId session) {
        int index = indexOf(session);
        if (index >= 0) {
            rows.remove(index);
            known--;
            state.set(new State.Ready(count()));
        }
    }

    private String count() {
        String interviews = known == 1 ? "%,d interview" : "%,d interviews";
        return (cursor == null ? interviews : "The first " + interviews).formatted(known);
    }

    /// Of several questions only the last one's answer counts.
    private void ask(
            @Nullable String from, Consumer<SessionPage> onPage, Consumer<String> onFailure) {
        int asked = ++question;
        waiting = true;
        var _ =
                archive.list(filter.get().search(clock.now().millis()), from, PAGE)
                        .thenAcceptAsync(
                                answer -> {
                                    if (asked == question) {
                                        waiting = false;
                                        take(answer, onPage, onFailure);
                                    }
                                },
                                clock.turn());
    }

    private void take(
            Answer<SessionPage> answer, Consumer<SessionPage> onPage, Consumer<String> onFailure) {
        switch (answer) {
            case Answer.Given<SessionPage>(SessionPage page) -> onPage.accept(page);
            case Answer.Failed<SessionPage>(var code, String sentence) -> {
                onFailure.accept(sentence);
                if (code == ProblemCode.UNAUTHORIZED) {
                    onRefused.run();
                }
            }
        }
    }
}
