package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.styled;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What is kept of an interview, the same for everyone who is in it. FX thread.
public final class RecordedPane extends ScrollPane {
    private static final List<String> KEPT =
            List.of(
                    "The text, with every change, its time, and who made it.",
                    "The chat.",
                    "Every run: who started it, what was typed for it, what it printed, how it ended.",
                    "The tests and their results, and what is handed in.",
                    "Who joins, leaves, loses the connection and comes back, by the name they gave.",
                    "The language, who may edit, the start and the end.");

    private static final List<String> NOT_KEPT =
            List.of(
                    "Where your caret is and what you select.",
                    "That you are writing a chat message, until you send it.",
                    "Sound, picture, other windows, or anything outside this one.");

    public RecordedPane() {
        VBox content = styled(new VBox(8), "side-content");
        content.getChildren().add(styled(new Label("The relay keeps"), "heading"));
        KEPT.forEach(sentence -> content.getChildren().add(wrapped(sentence)));
        content.getChildren().add(styled(new Label("It does not keep"), "heading", "next-heading"));
        NOT_KEPT.forEach(sentence -> content.getChildren().add(wrapped(sentence)));
        Label until =
                wrapped(
                        "It stays on the relay until the interviewer deletes the interview there."
                                + " Everyone in the room sees this same list.");
        content.getChildren().add(styled(until, "muted", "next-heading"));
        setContent(content);
        setFitToWidth(true);
        styled(this, "side-pane");
    }

    private static Label wrapped(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
