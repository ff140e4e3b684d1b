package dev.tandem.desktop.language;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Floating;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.Runner.Offer;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a language and lets one choose another: by typing part of its name, with the arrow keys,
/// or by a click. FX thread.
public final class LanguagePicker extends Button {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 272;

    private final ObjectProperty<Language> language;
    private final FilteredList<Language> shown =
            new FilteredList<>(FXCollections.observableList(Languages.ALL));
    private final TextField search = named("language-search", new TextField());
    private final ListView<Language> list = named("languages", new ListView<>(shown));
    private final Floating floating;
    private @Nullable Runner runner;

    public LanguagePicker(Language language) {
        this.language = new SimpleObjectProperty<>(this, "language", language);
        this.floating = new Floating(choice());
        styled(this, "picker").setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        setOnAction(_ -> open());
        this.language.subscribe(this::show);
        floating.onHidden(() -> search.clear());
    }

    /// What can be run, and so is offered with its version; null where that is not known.
    public void setRunner(@Nullable Runner newRunner) {
        runner = newRunner;
        show(language.get());
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    private void show(Language shownNow) {
        Offer offer = offer(shownNow);
        setText(shownNow.name() + (offer == null ? "" : " " + brief(offer.version())));
        setAccessibleText("Language: " + shownNow.name());
    }

    private @Nullable Offer offer(Language of) {
        return runner == null ? null : runner.offer(of.id());
    }

    /// `3.11` of `3.11.2`: the rest is in the list.
    private static String brief(String version) {
        String[] parts = version.split("\\.", 3);
        return parts.length > 2 ? parts[0] + "." + parts[1] : version;
    }

    private VBox choice() {
        search.setPromptText("Find a language");
        search.setAccessibleText("Find a language");
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(styled(new Label("No such language."), "muted"));
        list.setFocusTraversable(false);
        list.setPrefSize(WIDTH, HEIGHT);
        list.setOnMouseClicked(_ -> choose());
        return styled(new VBox(8, search, list), "picker-choice");
    }

    private void open() {
        floating.toggleBelow(this);
        list.refresh();
        list.getSelectionModel().select(language.get());
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        search.requestFocus();
    }

    private void filter(String text) {
        shown.setPredicate(candidate -> isMeant(candidate, text));
        list.getSelectionModel().select(shown.contains(language.get()) ? language.get() : null);
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private static boolean isMeant(Language candidate, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return candidate.id().contains(wanted)
                || candidate.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        int to = list.getSelectionModel().getSelectedIndex() + step;
        if (to >= 0 && to < shown.size()) {
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 2));
        }
    }

    private void choose() {
        Language chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            floating.hide();
            language.set(chosen);
        }
    }

    /// Languages that cannot be run can be written in all the same.
    private String remark(Language item) {
        Offer offer = offer(item);
        if (offer != null) {
            return offer.version();
        }
        return runner == null || runner.languages().isEmpty() ? "" : "is not run here";
    }

    private final class Cell extends ListCell<Language> {
        @Override
        protected void updateItem(@Nullable Language item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? null : item.name());
            setGraphic(item == null ? null : styled(new Label(remark(item)), "muted", "caption"));
            setContentDisplay(ContentDisplay.RIGHT);
        }
    }
}
