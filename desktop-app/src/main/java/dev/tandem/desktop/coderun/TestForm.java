package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.TestCase;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One test case: what goes in, what has to come out, and what came out. FX thread.
final class TestForm extends VBox {
    private final Consumer<@Nullable TestCase> onEdit;
    private final TextField name = named("test-name", new TextField());
    private final CheckBox hidden = named("test-hidden", new CheckBox("Hidden"));
    private final TextArea stdin = area("test-stdin", "Input");
    private final TextArea expected = area("test-expected", "Expected");
    private final TextArea printed = area("test-printed", "Printed");
    private final Label words = styled(new Label(), "muted", "caption");
    private final SimpleBooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private final SimpleBooleanProperty editable = new SimpleBooleanProperty(this, "editable");
    private boolean showing;

    /// @param onEdit told of the test as it is now, or null when it is to go
    TestForm(Consumer<@Nullable TestCase> onEdit) {
        super(6);
        this.onEdit = onEdit;
        name.setAccessibleText("Name of the test");
        name.setPrefColumnCount(12);
        hidden.setMinWidth(USE_PREF_SIZE);
        printed.setEditable(false);
        Button remove = named("remove-test", styled(new Button("Remove"), "remove-button"));
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(_ -> onEdit.accept(null));
        HBox head = new HBox(8, name, hidden, spring(), remove);
        head.setAlignment(Pos.CENTER_LEFT);
        showWhile(editable, head);
        HBox texts =
                growing(
                        new HBox(
                                8,
                                titled("Input", stdin),
                                titled("Expected", expected),
                                titled("Printed", printed)));
        showWhile(open, texts);
        words.setWrapText(true);
        showWhile(words.textProperty().isNotEmpty(), words);
        getChildren().addAll(head, words, texts);
        styled(this, "test-form");
        stdin.editableProperty().bind(editable);
        expected.editableProperty().bind(editable);
        name.textProperty().subscribe((_, _) -> edit());
        stdin.textProperty().subscribe((_, _) -> edit());
        expected.textProperty().subscribe((_, _) -> edit());
        hidden.selectedProperty().subscribe((_, _) -> edit());
    }

    private static TextArea area(String id, String accessibleText) {
        TextArea area = named(id, styled(new TextArea(), "code", "plain"));
        area.setAccessibleText(accessibleText);
        area.setPrefColumnCount(8);
        area.setPrefRowCount(2);
        return area;
    }

    private static VBox titled(String title, TextArea area) {
        return growing(new VBox(2, styled(new Label(title), "muted", "caption"), growing(area)));
    }

    /// @param result what became of it; null while it was not run
    /// @param leads whether the person may change it
    void show(TestCase test, @Nullable TestFinished result, boolean leads) {
        showing = true;
        boolean secret = test.stdin() == null;
        editable.set(leads);
        open.set(!secret);
        put(name, test.name());
        put(stdin, test.stdin() == null ? "" : test.stdin());
        put(expected, test.expected() == null ? "" : test.expected());
        printed.setText(result == null || result.output() == null ? "" : result.output());
        hidden.setSelected(test.hidden());
        words.setText(words(secret, result));
        showing = false;
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private static void put(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text); // else the caret of who writes there would jump
        }
    }

    /// What the list and the texts do not say.
    private static String words(boolean secret, @Nullable TestFinished result) {
        if (secret) {
            return "What is in this test is hidden: one sees whether the code passes it.";
        }
        if (result == null || result.passed()) {
            return "";
        }
        if (result.error() != null) {
            return result.error().message();
        }
        Integer exitCode = result.exitCode();
        if (exitCode == null || exitCode == 0) {
            return "";
        }
        return "It ended with exit code %d. %s"
                .formatted(exitCode, result.errors() == null ? "" : lastLine(result.errors()));
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (_, line) -> line);
    }

    private void edit() {
        if (!showing && editable.get() && !name.getText().isBlank()) {
            onEdit.accept(
                    new TestCase(
                            name.getText().strip(),
                            stdin.getText(),
                            expected.getText(),
                            hidden.isSelected()));
        }
    }
}
