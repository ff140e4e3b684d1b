package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.role.SessionStatus;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What one looks for, and in which order it is listed. FX thread.
final class FilterBar extends HBox {
    /// Whoever types is not asked for between two letters.
    private static final Duration PAUSE = Duration.millis(250);

    private final ListModel model;
    private final TextField search = named("history-search", new TextField());
    private final PauseTransition pause = new PauseTransition(PAUSE);

    /// One of the things to choose from.
    private record Choice<T extends @Nullable Object>(String words, T value) {
        @Override
        public String toString() {
            return words;
        }
    }

    FilterBar(ListModel model) {
        this.model = model;
        search.setPromptText("Title, person, tag, chat or code");
        search.setAccessibleText("Find an interview by its title, people, tags, chat or code");
        search.setMinWidth(180);
        search.textProperty().subscribe((_, _) -> pause.playFromStart());
        search.setOnAction(_ -> showNow());
        pause.setOnFinished(_ -> showNow());
        getChildren()
                .addAll(
                        growing(search),
                        choice("history-status", "Status", statuses(), Filter::withStatus),
                        choice("history-language", "Language", languages(), Filter::withLanguage),
                        choice("history-period", "Time", periods(), Filter::withPeriod),
                        choice("history-sort", "Order", orders(), Filter::withSort));
        styled(this, "filter-bar");
    }

    TextField search() {
        return search;
    }

    /// Looks for what is written, without waiting for more.
    private void showNow() {
        pause.stop();
        model.show(model.pages().filterProperty().get().withWords(search.getText()));
    }

    private <T extends @Nullable Object> ComboBox<Choice<T>> choice(
            String id, String name, List<Choice<T>> choices, BiFunction<Filter, T, Filter> with) {
        ComboBox<Choice<T>> box = named(id, new ComboBox<>());
        box.getItems().setAll(choices);
        box.getSelectionModel().selectFirst();
        box.setAccessibleText(name);
        box.setMinWidth(USE_PREF_SIZE);
        box.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, chosen) -> {
                    if (chosen != null) {
                        Filter now = model.pages().filterProperty().get();
                        model.show(with.apply(now.withWords(search.getText()), chosen.value()));
                    }
                });
        return box;
    }

    private static List<Choice<@Nullable SessionStatus>> statuses() {
        return Stream.concat(
                        Stream.of(new Choice<@Nullable SessionStatus>("Any status", null)),
                        Arrays.stream(SessionStatus.values())
                                .map(status -> new Choice<>(HistoryWords.of(status), status)))
                .toList();
    }

    private static List<Choice<@Nullable String>> languages() {
        return Stream.concat(
                        Stream.of(new Choice<@Nullable String>("Any language", null)),
                        Languages.ALL.stream()
                                .map(language -> new Choice<>(language.name(), language.id())))
                .toList();
    }

    private static List<Choice<Period>> periods() {
        return Arrays.stream(Period.values())
                .map(period -> new Choice<>(period.toString(), period))
                .toList();
    }

    private static List<Choice<SessionSort>> orders() {
        return Arrays.stream(SessionSort.values())
                .map(sort -> new Choice<>(HistoryWords.of(sort), sort))
                .toList();
    }
}
