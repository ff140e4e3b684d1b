package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.CopyButton;
import dev.tandem.desktop.fx.TextFile;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.session.SignedHeads.Trouble;
import dev.tandem.protocol.proof.Head;
import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What one can keep to tell later that nothing of the interview was changed. FX thread.
final class ProofView extends VBox {
    private static final char NO_BREAK = '\u00a0';
    private static final String BEFORE =
            "The relay signs what it has recorded when the interview starts, and again and again.";
    private static final String PURPOSE =
            "Keep this line. It later shows whether anything up to here was changed.";

    private final RoomStore room;
    private final Label trouble = named("head-trouble", styled(RecordedPane.wrapped(""), "bad"));
    private final Label purpose = RecordedPane.wrapped("");
    private final Label line =
            styled(named("head", RecordedPane.wrapped("")), "code", "proof-line");

    ProofView(RoomStore room) {
        super(8);
        this.room = room;
        HBox actions = new HBox(8, copy(), receipt());
        ObservableValue<Boolean> some = room.headsProperty().map(heads -> heads.newest() != null);
        showWhile(some, line);
        showWhile(some, actions);
        showWhile(room.headsProperty().map(heads -> heads.trouble() != null), trouble);
        keepFresh(this::refresh, room.headsProperty());
        getChildren()
                .addAll(
                        styled(new Label("Proof that nothing was changed"), "heading"),
                        trouble,
                        purpose,
                        line,
                        actions);
    }

    private void refresh() {
        line.setText(brokenBetweenParts(text()));
        purpose.setText(line.getText().isEmpty() ? BEFORE : PURPOSE);
        Trouble found = room.headsProperty().get().trouble();
        trouble.setText(found == null ? "" : HeadTrouble.words(found));
    }

    /// Where it takes two lines, `key` stays with its digits.
    private static String brokenBetweenParts(String text) {
        return text.replace(' ', NO_BREAK).replace(NO_BREAK + "·" + NO_BREAK, NO_BREAK + "· ");
    }

    private String text() {
        Head head = room.headsProperty().get().newest();
        return head == null ? "" : head.shortText();
    }

    private CopyButton copy() {
        CopyButton copy = new CopyButton("Copy", "Copy the line that is to be kept", this::text);
        copy.setMinWidth(USE_PREF_SIZE);
        return named("copy-head", copy);
    }

    private Button receipt() {
        Button save = named("save-receipt", new Button("Save a receipt…"));
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ ->
                new TextFile(
                                "Save a receipt",
                                "tandem-receipt.txt",
                                Receipt.of(room, ZoneId.systemDefault()))
                        .askAndWrite(getScene().getWindow()));
        return save;
    }
}
