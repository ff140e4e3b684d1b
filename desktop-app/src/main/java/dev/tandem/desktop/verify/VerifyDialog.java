package dev.tandem.desktop.verify;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;
import static javafx.scene.layout.Region.USE_PREF_SIZE;

import dev.tandem.desktop.fx.CopyButton;
import dev.tandem.desktop.fx.LabelledField;
import dev.tandem.protocol.proof.FindingWords;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Says whether an interview was changed, what that proves, and compares it with what somebody
/// kept. FX thread.
public final class VerifyDialog {
    private static final String NOT_KEPT =
            "Paste a line such as seq 1234 · 7f3a 91c2 0be4 55d1 · key 3f2a 9c01, or a receipt.";

    private final Verification model;
    private final Label sentence = named("verdict", wrapped("medium", "state"));
    private final Label key = named("verdict-key", wrapped("muted"));
    private final LabelledField<TextArea> kept =
            new LabelledField<>(
                    "Compare it with a line or a receipt that somebody kept",
                    named("kept-head", new TextArea()));

    private VerifyDialog(Verification model) {
        this.model = model;
        model.verdictProperty().subscribe(this::show);
    }

    /// Shows it above a window, and returns.
    public static void show(Window owner, Verification model) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle("Verify");
        dialog.setResizable(true); // what is said may be long
        DialogPane pane = styled(dialog.getDialogPane(), "confirm", "verify");
        pane.getButtonTypes().add(ButtonType.CLOSE);
        pane.setContent(new VerifyDialog(model).content());
        dialog.show();
    }

    private VBox content() {
        Label title = styled(wrapped("window-title"), "verified");
        title.setText(model.evidence().name());
        Label proves = wrapped("muted");
        proves.setText(FindingWords.PROVES);
        VBox found = styled(new VBox(8, sentence, key), "found");
        return new VBox(title, found, proves, compare());
    }

    private VBox compare() {
        kept.control().setPrefRowCount(2);
        kept.control().setWrapText(true);
        kept.control().textProperty().subscribe((_, _) -> kept.clear());
        kept.reserve(1);
        Button compare = named("compare", new Button("Compare"));
        compare.setOnAction(_ -> compareWith(kept.control().getText()));
        CopyButton copy =
                named(
                        "copy-found-head",
                        new CopyButton(
                                "Copy the line to keep",
                                "Copy the line to keep",
                                () -> model.verdictProperty().get().head()));
        copy.setMinWidth(USE_PREF_SIZE);
        showWhile(model.verdictProperty().map(verdict -> !verdict.head().isEmpty()), copy);
        return new VBox(8, kept, new HBox(8, compare, copy));
    }

    private void compareWith(String text) {
        if (!model.compare(text)) {
            kept.error(NOT_KEPT);
        }
    }

    private void show(Verdict verdict) {
        sentence.setText(verdict.sentence());
        verdict.tone().paint(sentence);
        key.setText(verdict.key());
    }

    private static Label wrapped(String... styles) {
        Label label = styled(new Label(), styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
