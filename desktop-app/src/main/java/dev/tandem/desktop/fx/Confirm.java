package dev.tandem.desktop.fx;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Asks before what cannot be taken back. Enter and Escape mean no; yes takes a click or the space
/// bar. FX thread.
///
/// @param question a whole question: `End the interview for everyone?`
/// @param consequence what follows, in a sentence
/// @param exact what has to be compared character by character; empty for nothing
/// @param action what the red button does: `End interview`
public record Confirm(String question, String consequence, String exact, String action) {
    public Confirm(String question, String consequence, String action) {
        this(question, consequence, "", action);
    }

    /// Shows the question above a window and returns; `onYes` runs if the answer is yes.
    public void ask(Window owner, Runnable onYes) {
        ask(owner, onYes, () -> {});
    }

    /// The same where something follows from no as well.
    public void ask(Window owner, Runnable onYes, Runnable onNo) {
        ButtonType yes = new ButtonType(action, ButtonData.APPLY);
        ButtonType no = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(action);
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().add("confirm");
        pane.getButtonTypes().addAll(yes, no);
        pane.setContent(words());
        button(pane, yes).getStyleClass().add("destructive");
        button(pane, no).setDefaultButton(true);
        dialog.setOnShown(_ -> button(pane, no).requestFocus());
        dialog.setOnHidden(_ -> (dialog.getResult() == yes ? onYes : onNo).run());
        dialog.show();
    }

    private static Button button(DialogPane pane, ButtonType type) {
        return (Button) pane.lookupButton(type);
    }

    private VBox words() {
        Label title = new Label(question);
        title.getStyleClass().add("window-title");
        Label detail = new Label(consequence);
        detail.getStyleClass().add("muted");
        title.setWrapText(true);
        detail.setWrapText(true);
        VBox words = new VBox(title, detail);
        if (!exact.isEmpty()) {
            Label compared = new Label(exact);
            compared.getStyleClass().add("code");
            words.getChildren().add(compared);
        }
        return words;
    }
}
