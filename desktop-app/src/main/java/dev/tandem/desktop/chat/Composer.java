package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// The field for a message, which grows with it for some lines. Enter sends, Shift and Enter begin
/// a new line. FX thread.
final class Composer extends VBox {
    private static final double ONE_LINE = 34;
    private static final double MOST = 5 * 18 + 16;

    /// What the field needs beside and above its text.
    private static final double AROUND_WIDTH = 24;

    private static final double AROUND_HEIGHT = 16;

    private final ChatModel model;
    private final Runnable onSent;
    private final TextArea input = named("chat-input", new TextArea());
    private final Text measure = new Text();

    Composer(ChatModel model, Runnable onSent) {
        super(6);
        this.model = model;
        this.onSent = onSent;
        input.setWrapText(true);
        input.setAccessibleText("Write to everyone");
        input.textProperty().bindBidirectional(model.draftProperty());
        input.promptTextProperty().bind(model.promptProperty());
        input.disableProperty().bind(model.openProperty().not());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        keepFresh(this::grow, input.textProperty(), input.widthProperty());
        getChildren().addAll(words(), input);
        styled(this, "composer");
    }

    void focus() {
        input.requestFocus();
    }

    private HBox words() {
        Label typing = named("typing", styled(new Label(), "muted", "caption"));
        typing.textProperty().bind(model.typingProperty());
        Label left = named("chat-left", styled(new Label(), "muted", "caption", "tabular"));
        left.textProperty().bind(model.leftProperty());
        left.setMinWidth(USE_PREF_SIZE);
        return styled(new HBox(8, typing, spring(), left), "composer-words");
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        event.consume();
        if (event.isShiftDown()) {
            input.replaceSelection("\n");
        } else if (model.send()) {
            onSent.run();
        }
    }

    private void grow() {
        measure.setFont(input.getFont());
        measure.setText(input.getText() + " ");
        measure.setWrappingWidth(Math.max(1, input.getWidth() - AROUND_WIDTH));
        double wanted = measure.getLayoutBounds().getHeight() + AROUND_HEIGHT;
        double height = Math.clamp(Math.ceil(wanted), ONE_LINE, MOST);
        input.setMinHeight(height);
        input.setPrefHeight(height);
        input.setMaxHeight(height);
    }
}
