package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;

import dev.tandem.protocol.api.SessionSummary;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The past interviews of one place: the list on the left, the one that is selected on the right.
/// FX thread.
final class ListPane extends BorderPane {
    private static final double DETAILS = 0.38;
    private static final double LEAST_DETAILS = 340;
    private static final double MOST_DETAILS = 480;

    private final ListModel model;
    private final Actions actions;
    private final FilterBar filters;
    private final ListView<Row> list = named("history-list", new ListView<>());
    private final StackPane middle = new StackPane();

    /// Whether the rows have just changed, and the list's selection with them.
    private boolean settling;

    ListPane(Actions actions) {
        this.actions = actions;
        this.model = actions.model();
        filters = new FilterBar(model);
        DetailsPane details = new DetailsPane(actions);
        details.prefWidthProperty()
                .bind(
                        widthProperty()
                                .map(width ->
                                        Math.clamp(
                                                width.doubleValue() * DETAILS,
                                                LEAST_DETAILS,
                                                MOST_DETAILS)));
        details.setMinWidth(USE_PREF_SIZE);
        details.setMaxWidth(USE_PREF_SIZE);
        middle.setMinWidth(0);
        setTop(filters);
        setCenter(new HBox(growing(middle), details));
        setBottom(new ErrandBar(model));
        fillList();
        model.pages().stateProperty().subscribe(this::show);
        model.detailsProperty().subscribe(_ -> select());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void fillList() {
        list.setItems(model.pages().rows());
        list.setCellFactory(_ -> new InterviewCell(this::look, model.pages()::loadMore));
        list.setAccessibleText("Past interviews");
        // After the list's own listener, which may select a neighbour of what was there.
        model.pages().rows().addListener((ListChangeListener<Row>) _ -> settle());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, _) -> Platform.runLater(this::adopt));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onListKey);
    }

    /// The search is where one begins.
    void focusFirst() {
        filters.search().requestFocus();
    }

    private void show(Pages.State state) {
        Node content = content(state);
        if (!middle.getChildren().equals(List.of(content))) { // or the list loses the keyboard
            middle.getChildren().setAll(content);
        }
    }

    private Node content(Pages.State state) {
        return switch (state) {
            case Pages.State.Loading _ -> list;
            case Pages.State.Failed(String sentence) -> Message.of(sentence, model::load);
            case Pages.State.Ready _ -> model.pages().rows().isEmpty() ? nothing() : list;
        };
    }

    private Message nothing() {
        return Message.of(
                model.pages().filterProperty().get().narrows()
                        ? "No interview is like that. Search for something else, or look at any"
                                + " status, language and time."
                        : "No interviews yet. Those that you host on %s will be listed here."
                                .formatted(actions.where()));
    }

    /// A row came in sight. Where it is near the end more is asked for, but not before the list has
    /// drawn what it has.
    private void look(int index) {
        if (model.pages().isNearEnd(index)) {
            Platform.runLater(() -> model.pages().look(index));
        }
    }

    /// While the list tells of a change, its selection must not be changed.
    private void settle() {
        settling = true;
        Platform.runLater(() -> {
            settling = false;
            select();
        });
    }

    /// Shows what the model has selected.
    private void select() {
        if (settling) {
            return;
        }
        SessionSummary selected = model.selected();
        int index = selected == null ? -1 : model.pages().indexOf(selected.id());
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (index != list.getSelectionModel().getSelectedIndex()) {
            list.getSelectionModel().select(index);
        }
    }

    /// Selects in the model what the person selected; in place of an outline the last interview
    /// above it.
    private void adopt() {
        @Nullable Row row = settling ? null : list.getSelectionModel().getSelectedItem();
        if (row instanceof Row.Interview(SessionSummary session)) {
            model.select(session);
        } else if (row != null && model.pages().last() >= 0) {
            list.getSelectionModel().select(model.pages().last());
        }
    }

    private void onKey(KeyEvent event) {
        TextField search = filters.search();
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            search.requestFocus();
            search.selectAll();
            event.consume();
        } else if (search.isFocused() && event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
        } else if (search.isFocused()
                && event.getCode() == KeyCode.ESCAPE
                && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private void onListKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> actions.replay();
            case DELETE -> actions.delete(getScene().getWindow());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
