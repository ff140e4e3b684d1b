package dev.tandem.desktop.start;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.LabelledField;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The left side of the start page. FX thread.
final class JoinForm extends VBox {
    private static final String RECORDED =
            "Every interview's relay keeps the text with all its changes, runs, the chat, and who"
                    + " comes and goes. “What is recorded” in the room lists it all.";

    private static final double LINE = 20;

    private final TextField code = styled(new TextField(), "invite-code");
    private final LabelledField<TextField> name;

    /// @param onRecording when someone wants to open a recording
    JoinForm(JoinModel model, Runnable onRecording) {
        code.setTextFormatter(CodeInput.formatter(model::goTo));
        code.setPromptText("K7QF-9M2P-XN4D");
        name = Fields.of("join-name", "Your name", model.name(), 1);
        name.control().setPromptText("As the others will see it");
        HBox action = Fields.action("join", model.progress(), model::join);
        action.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .ifPresent(join -> styled(join, "accent").setDefaultButton(true));
        getChildren()
                .addAll(
                        styled(new Label("Join an interview"), "page-title"),
                        styled(new Label("Paste the code or the link you were sent."), "lead"),
                        Fields.of("join-code", "Code", code, model.code(), 2),
                        name,
                        relay(model),
                        styled(recorded(model), "recorded"),
                        action,
                        recording(onRecording));
        styled(this, "form");
    }

    private static HBox recording(Runnable onRecording) {
        Hyperlink open = named("open-recording", new Hyperlink("Open a recording…"));
        open.setOnAction(_ -> onRecording.run());
        open.setTooltip(new Tooltip("See an interview again from a file that a relay exported"));
        return styled(new HBox(open), "recordings");
    }

    /// Its relay is asked once one has written the address, not while.
    private static LabelledField<TextField> relay(JoinModel model) {
        LabelledField<TextField> relay = Fields.of("join-relay", "Relay", model.relay(), 2);
        relay.control()
                .focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        model.look();
                    }
                });
        return relay;
    }

    /// What one is told before one joins. It has room for the longest, so that nothing jumps.
    private static VBox recorded(JoinModel model) {
        Label always = named("recorded-hint", note(RECORDED, 3));
        Label also = named("recorded-facts", note("", 3));
        model.beforehandProperty()
                .subscribe(told -> {
                    also.setText(told.sentence());
                    told.tone().paint(also);
                });
        return new VBox(6, always, also);
    }

    private static Label note(String words, int lines) {
        Label note = new Label(words);
        note.setWrapText(true);
        note.setMinHeight(lines * LINE);
        note.setAlignment(Pos.TOP_LEFT);
        return note;
    }

    /// The first thing that is still missing.
    void focusFirst() {
        (code.getText().isEmpty() ? code : name.control()).requestFocus();
    }
}
