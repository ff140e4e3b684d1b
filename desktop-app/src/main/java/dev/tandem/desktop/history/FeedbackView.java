package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.history.FeedbackModel.State;
import dev.tandem.protocol.api.Feedback;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where an interviewer writes what they think of an interview, and reads what the others think; an
/// outline until that has come, since a field to write in takes half a frame, and many are passed
/// by. FX thread.
final class FeedbackView extends VBox {
    private static final int ROWS = 4;

    /// As high as what comes in its place.
    private static final double OUTLINE_HEIGHT = 125;

    private final FeedbackModel model;
    private final TextArea text = named("history-feedback", new TextArea());
    private final Label state = named("history-feedback-state", new Label());
    private final Button save = named("history-feedback-save", new Button("Save"));
    private final VBox choice = new VBox(8);
    private final VBox others = new VBox(8);
    private final List<Node> whole;

    FeedbackView(FeedbackModel model) {
        super(8);
        this.model = model;
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.setPromptText("What you think. Only interviewers see it.");
        text.setAccessibleText("Your feedback");
        text.textProperty().bindBidirectional(model.draftProperty());
        text.focusedProperty().subscribe(this::saveOnLeaving);
        save.setOnAction(_ -> onSave());
        save.setMinWidth(USE_PREF_SIZE);
        state.setWrapText(true);
        HBox row = new HBox(8, growing(state), save);
        state.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        whole = List.of(choice, text, row, others);
        getChildren().add(outline());
        keepFresh(() -> show(model.stateProperty().get()), model.stateProperty());
        keepFresh(this::showOthers, model.othersProperty());
    }

    FeedbackModel model() {
        return model;
    }

    private void saveOnLeaving(boolean focused) {
        if (!focused) {
            var _ = model.save();
        }
    }

    private void onSave() {
        if (model.stateProperty().get() instanceof State.Failed) {
            model.load();
        } else {
            var _ = model.save();
        }
    }

    private static Node outline() {
        VBox lines = new VBox(12, OutlineView.bar(220), OutlineView.bar(160));
        lines.setMinHeight(OUTLINE_HEIGHT);
        return styled(lines, "outline");
    }

    private void show(State now) {
        if (!(now instanceof State.Coming) && !getChildren().equals(whole)) {
            getChildren().setAll(whole);
        }
        text.setEditable(FeedbackModel.isOpen(now) && !(now instanceof State.Changed));
        save.setText(now instanceof State.Failed ? "Try again" : "Save");
        save.setDisable(
                !(now instanceof State.Unsaved
                        || now instanceof State.NotSaved
                        || now instanceof State.Failed));
        tone(now).paint(state);
        state.setText(words(now));
        choice.getChildren().clear();
        if (now instanceof State.Changed(String elsewhere)) {
            offerChoice(elsewhere);
        }
        boolean chooses = !choice.getChildren().isEmpty();
        choice.setVisible(chooses);
        choice.setManaged(chooses);
    }

    private static Tone tone(State now) {
        return switch (now) {
            case State.Failed _, State.NotSaved _ -> Tone.BAD;
            case State.Changed _ -> Tone.WARN;
            case State.Coming _, State.Saved _, State.Unsaved _, State.Saving _ -> Tone.NEUTRAL;
        };
    }

    private String words(State now) {
        return switch (now) {
            case State.Coming _ -> "";
            case State.Failed(String sentence) -> sentence;
            case State.Saved _ -> model.draftProperty().get().isBlank() ? "" : "Saved.";
            case State.Unsaved _ -> "Not saved yet.";
            case State.Saving _ -> "Saving…";
            case State.NotSaved(String sentence) -> "Not saved. " + sentence;
            case State.Changed _ -> "Not saved: keep one of the two, or both.";
        };
    }

    private void offerChoice(String elsewhere) {
        String mine = model.draftProperty().get();
        Label there = wrapped(elsewhere.isBlank() ? "It was taken back there." : elsewhere);
        HBox buttons =
                new HBox(
                        8,
                        button("history-feedback-mine", "Keep this", mine),
                        button("history-feedback-elsewhere", "Take the other", elsewhere),
                        button("history-feedback-both", "Keep both", both(elsewhere, mine)));
        choice.getChildren()
                .setAll(
                        wrapped("You wrote this on another device meanwhile:"),
                        styled(there, "elsewhere"),
                        buttons);
    }

    private static String both(String elsewhere, String mine) {
        return elsewhere.isBlank() ? mine : elsewhere + "\n\n" + mine;
    }

    private Button button(String id, String words, String kept) {
        Button button = named(id, new Button(words));
        button.setOnAction(_ -> model.settle(kept));
        return button;
    }

    private void showOthers() {
        others.getChildren()
                .setAll(model.othersProperty().get().stream().map(FeedbackView::other).toList());
        others.setVisible(!others.getChildren().isEmpty());
        others.setManaged(others.isVisible());
    }

    private static VBox other(Feedback one) {
        String name = Objects.requireNonNullElse(one.name(), "Another interviewer");
        Label who = new Label(name);
        Label when =
                styled(
                        new Label(HistoryWords.day(one.updatedAt(), ZoneId.systemDefault())),
                        "muted");
        when.setMinWidth(USE_PREF_SIZE);
        return new VBox(2, new HBox(8, who, when), wrapped(one.text()));
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
