package dev.tandem.desktop.start;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.LabelledField;
import dev.tandem.desktop.fx.Tone;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The controls of the start page, each bound to its part of a model. FX thread.
final class Fields {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private Fields() {}

    /// A field with its name above and room for `lines` of a sentence below.
    static LabelledField<TextField> of(
            String id, String label, TextField control, Entry entry, int lines) {
        LabelledField<TextField> field = new LabelledField<>(label, named(id, control));
        control.textProperty().bindBidirectional(entry.textProperty());
        field.reserve(lines);
        entry.remarkProperty().subscribe(remark -> field.say(remark.tone(), remark.sentence()));
        entry.remarkProperty().subscribe((before, _) -> takeFocus(control, entry, before));
        return field;
    }

    /// What has to be mended gets the keyboard; of several, the first.
    private static void takeFocus(TextField control, Entry entry, Entry.Remark before) {
        boolean wrongNow = entry.isWrong() && before.tone() != Tone.BAD;
        if (wrongNow
                && control.getScene() != null
                && !isWrong(control.getScene().getFocusOwner())) {
            control.requestFocus();
        }
    }

    private static boolean isWrong(@Nullable Node node) {
        return node != null && node.getPseudoClassStates().contains(DANGER);
    }

    static LabelledField<TextField> of(String id, String label, Entry entry, int lines) {
        return of(id, label, styled(new TextField(), "large"), entry, lines);
    }

    /// The button that begins, which says what is being done, and one to give up.
    static HBox action(String id, Progress progress, Runnable begin) {
        Button button = named(id, styled(new Button(), "large", "busy-words"));
        button.textProperty().bind(progress.wordsProperty());
        button.disableProperty().bind(progress.busyProperty());
        button.setOnAction(_ -> begin.run());
        Button cancel = named(id + "-cancel", styled(new Button("Cancel"), "large", "flat"));
        cancel.setOnAction(_ -> progress.cancel());
        showWhile(progress.busyProperty(), cancel);
        HBox row = new HBox(8, button, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
