package dev.tandem.desktop.fx;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies a text to the clipboard and says so for a moment, without growing. FX thread.
public final class CopyButton extends Button {
    private static final Duration MOMENT = Duration.seconds(2);

    private final String offer;
    private final String accessible;
    private final PauseTransition moment = new PauseTransition(MOMENT);

    /// @param accessible what is copied, in words: `Copy the invite code`
    /// @param text asked for at each press
    public CopyButton(String offer, String accessible, Supplier<String> text) {
        this.offer = offer;
        this.accessible = accessible;
        getStyleClass().add("copy-button");
        setOnAction(_ -> copy(text.get()));
        moment.setOnFinished(_ -> showOffer());
        showOffer();
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        setMinWidth(getWidth());
        show("Copied", "Copied", Feather.CHECK);
        moment.playFromStart();
    }

    private void showOffer() {
        show(offer, accessible, Feather.COPY);
    }

    private void show(String words, String accessibleWords, Feather icon) {
        setText(words);
        setAccessibleText(accessibleWords);
        setGraphic(new FontIcon(icon));
    }
}
