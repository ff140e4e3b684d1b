package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A line for the program that runs: Enter sends it, and Ctrl+D in the empty line says that nothing
/// follows, as in a terminal. FX thread.
final class InputLine extends HBox {
    private final RunModel model;
    private final TextField field = named("run-line", styled(new TextField(), "code"));

    InputLine(RunModel model) {
        super(8);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText("Type for the program; Enter sends the line");
        field.setAccessibleText("Type a line for the program");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        Button end = named("end-input", styled(new Button("End of input"), "small"));
        end.setTooltip(new Tooltip("Tell the program that nothing follows (Ctrl+D)"));
        end.setMinWidth(USE_PREF_SIZE);
        end.setOnAction(_ -> end());
        getChildren().addAll(growing(field), end);
    }

    void focus() {
        field.requestFocus();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            model.type(field.getText());
            field.clear();
        } else if (event.getCode() == KeyCode.D && event.isControlDown()) {
            event.consume();
            if (field.getText().isEmpty()) {
                model.endInput();
            }
        }
    }

    /// What stands in the line belongs to the input.
    private void end() {
        if (!field.getText().isEmpty()) {
            model.type(field.getText());
            field.clear();
        }
        model.endInput();
    }
}
