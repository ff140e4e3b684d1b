package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// A sentence in place of what it speaks of. FX thread.
final class Message extends VBox {
    private static final double WIDTH = 420;

    private Message(Label sentence) {
        super(16, sentence);
        sentence.setWrapText(true);
        sentence.setMaxWidth(WIDTH);
        sentence.setTextAlignment(TextAlignment.CENTER);
        setAlignment(Pos.CENTER);
        styled(this, "message-in-place");
    }

    static Message of(String sentence) {
        return new Message(styled(new Label(sentence), "muted"));
    }

    /// Says what went wrong.
    static Message of(String sentence, Runnable onAgain) {
        Message message = new Message(named("history-trouble", new Label(sentence)));
        Button again = named("history-again", new Button("Try again"));
        again.setOnAction(_ -> onAgain.run());
        message.getChildren().add(again);
        return message;
    }
}
