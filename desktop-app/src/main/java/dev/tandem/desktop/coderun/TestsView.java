package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.coderun.RunModel.Action;
import dev.tandem.desktop.fx.StatusDot;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Run;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The test cases of the code, what became of each, and for who leads the interview a way to set
/// them. FX thread.
final class TestsView extends StackPane {
    private final RunModel model;
    private final RoomIntents intents;
    private final TestDraft draft = new TestDraft();
    private final ListView<TestCase> list = named("tests", new ListView<>());
    private final TestForm form = new TestForm(this::edited);
    private final SimpleBooleanProperty leads = new SimpleBooleanProperty(this, "leads");
    private final SimpleBooleanProperty some = new SimpleBooleanProperty(this, "some");
    private final SimpleBooleanProperty changed = new SimpleBooleanProperty(this, "changed");
    private boolean filling;

    TestsView(RunModel model, RoomIntents intents) {
        this.model = model;
        this.intents = intents;
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText("Test cases");
        list.getSelectionModel().selectedIndexProperty().subscribe(_ -> showSelected());
        HBox full = new HBox(styled(new VBox(growing(list)), "tests-list"), growing(form));
        showWhile(some, full);
        VBox empty = empty();
        showWhile(some.not(), empty);
        getChildren().addAll(full, empty);
        keepFresh(
                this::refresh,
                model.room().testsProperty(),
                model.shownProperty(),
                model.room().mayProperty());
    }

    private VBox empty() {
        Label words = styled(new Label(), "muted");
        words.setWrapText(true);
        words.textProperty()
                .bind(
                        leads.map(on ->
                                on
                                        ? "No tests yet. A test gives the program an input and"
                                                + " says what it has to print."
                                        : "There are no tests for this code."));
        Button add = named("first-test", new Button("Add a test"));
        add.setOnAction(_ -> add());
        showWhile(leads, add);
        VBox box = styled(new VBox(12, words, add), "run-empty");
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    /// What can be done with the tests.
    HBox buttons() {
        Button run = named("run-tests", styled(new Button("Run tests"), "small"));
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(_ -> model.runTests());
        run.disableProperty()
                .bind(
                        model.readyProperty()
                                .not()
                                .or(model.actionProperty().isEqualTo(Action.STOP))
                                .or(changed));
        showWhile(model.allowedProperty().and(some).and(changed.not()), run);
        Button save = named("save-tests", styled(new Button("Save"), "small", "accent"));
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> intents.setTests(draft.tests()));
        showWhile(changed, save);
        Button revert = named("revert-tests", styled(new Button("Revert"), "small", "flat"));
        revert.setMinWidth(USE_PREF_SIZE);
        revert.setOnAction(_ -> revert());
        showWhile(changed, revert);
        Button add = named("add-test", styled(new Button("Add"), "small", "flat"));
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        showWhile(leads.and(some), add);
        HBox row = new HBox(4, add, revert, save, run);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void refresh() {
        leads.set(model.room().may(Capability.CONDUCT));
        draft.found(model.room().testsProperty().get());
        fill();
    }

    private void fill() {
        int selected = Math.max(0, list.getSelectionModel().getSelectedIndex());
        filling = true;
        list.getItems().setAll(draft.tests());
        list.getSelectionModel().select(Math.min(selected, list.getItems().size() - 1));
        filling = false;
        some.set(!list.getItems().isEmpty());
        changed.set(draft.isChanged());
        showSelected();
    }

    private void showSelected() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (!filling && index >= 0 && index < list.getItems().size()) {
            TestCase test = list.getItems().get(index);
            form.show(test, result(index, test), leads.get());
        }
    }

    /// Null where it was not run, or is another test now.
    private @Nullable TestFinished result(int index, TestCase test) {
        Run run = lastOfTests();
        return run == null
                ? null
                : run.results().stream()
                        .filter(r -> r.index() == index && r.name().equals(test.name()))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Run lastOfTests() {
        Run shown = model.shownProperty().get();
        if (shown != null && shown.tests() != null) {
            return shown;
        }
        List<Run> all = model.room().runsProperty().get().all();
        return all.reversed().stream().filter(r -> r.tests() != null).findFirst().orElse(null);
    }

    private void edited(@Nullable TestCase test) {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index < 0) {
            return;
        }
        if (test == null) {
            draft.remove(index);
            fill();
            saveIfNoneIsLeft();
        } else {
            draft.put(index, test);
            filling = true;
            list.getItems().set(index, test);
            list.getSelectionModel().select(index);
            filling = false;
            changed.set(draft.isChanged());
        }
    }

    /// Without a test there is no row with a button to save.
    private void saveIfNoneIsLeft() {
        if (draft.tests().isEmpty() && draft.isChanged()) {
            intents.setTests(List.of());
        }
    }

    private void add() {
        if (draft.hasRoom()) {
            int index = draft.add();
            fill();
            list.getSelectionModel().select(index);
            form.focusName();
        }
    }

    private void revert() {
        draft.revert();
        fill();
    }

    private final class Cell extends ListCell<TestCase> {
        @Override
        protected void updateItem(@Nullable TestCase test, boolean empty) {
            super.updateItem(test, empty);
            setText(null);
            setGraphic(test == null ? null : row(test));
        }

        private HBox row(TestCase test) {
            TestFinished result = result(getIndex(), test);
            Tone tone = result == null ? Tone.NEUTRAL : result.passed() ? Tone.OK : Tone.BAD;
            Label name = new Label(test.name());
            name.setMaxWidth(Double.MAX_VALUE);
            Label state = styled(new Label(state(test, result)), "muted", "caption");
            state.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(8, new StatusDot(tone), growing(name), state);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMaxWidth(Double.MAX_VALUE);
            setAccessibleText(test.name() + ", " + state.getText());
            return row;
        }

        private static String state(TestCase test, @Nullable TestFinished result) {
            String passed = result == null ? "" : result.passed() ? "passed" : "failed";
            if (!test.hidden()) {
                return passed;
            }
            return passed.isEmpty() ? "hidden" : "hidden, " + passed;
        }
    }
}
