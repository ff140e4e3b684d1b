package dev.tandem.desktop.demo;

import dev.tandem.desktop.editor.CodeEditor;
import dev.tandem.desktop.fx.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.GenericStyledArea;

/// Does in the windows of this process what a line says, with real keys. Any thread but the FX one.
final class Puppet {
    private final Keyboard keyboard;

    Puppet(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    /// Does it, and returns what was asked for, or an empty text.
    String perform(Line line) throws Exception {
        String argument = line.words().size() > 1 ? line.word(1) : "";
        return switch (line.word(0)) {
            case "await" -> await(argument);
            case "click" -> click(argument);
            case "fill" -> fill(argument, line.word(2));
            case "set" -> set(argument, line.word(2));
            case "type" -> type(argument, Long.parseLong(line.word(2)));
            case "end-of-text" -> press(KeyCode.CONTROL, KeyCode.END);
            case "start-of-text" -> press(KeyCode.CONTROL, KeyCode.HOME);
            case "press" -> press(KeyCode.valueOf(argument));
            case "focus-editor" -> focusEditor();
            case "await-editable" -> awaitEditable();
            case "read" -> FxTurn.call(() -> Scenery.text(there(argument)));
            case "await-text" -> awaitText(argument, line.word(2));
            case "code" -> FxTurn.call(() -> editor().text().toString());
            case "await-code" -> awaitCode(argument);
            case "await-runner" -> awaitRunner();
            case "await-output" -> awaitOutput(argument);
            case "clipboard" -> FxTurn.call(() -> Clipboard.getSystemClipboard().getString());
            case "paste" -> press(KeyCode.CONTROL, KeyCode.V);
            case "await-said" -> awaitSaid(argument);
            case "picture" -> picture(Path.of(argument));
            default -> throw new IllegalArgumentException("unknown: " + line.word(0));
        };
    }

    private static String await(String selector) throws Exception {
        FxTurn.await(selector, () -> Scenery.find(selector).filter(node -> !node.isDisabled()));
        return "";
    }

    private static String awaitText(String selector, String part) throws Exception {
        return FxTurn.await(
                selector + " to say " + part,
                () ->
                        Scenery.find(selector)
                                .map(Scenery::text)
                                .filter(text -> text.contains(part)));
    }

    private static String awaitSaid(String words) throws Exception {
        return FxTurn.await(
                "the chat to say " + words,
                () -> Scenery.findText(".chat-text", words).map(Scenery::text));
    }

    private static String awaitEditable() throws Exception {
        FxTurn.await(
                "the editor to be open for writing",
                () -> Optional.of(editor()).filter(editor -> editor.editableProperty().get()));
        return "";
    }

    private static String awaitCode(String part) throws Exception {
        return FxTurn.await(
                "the code to hold " + part.length() + " characters",
                () -> Optional.of(editor().text().toString()).filter(text -> text.contains(part)));
    }

    /// Why nothing can be run, as the panel says it; an empty text where something can.
    private static String awaitRunner() throws Exception {
        return FxTurn.await(
                "the relay to say what it can run",
                () ->
                        there("#run").isDisabled()
                                ? Scenery.find("#output-empty")
                                        .map(Scenery::text)
                                        .filter(text -> text.contains("This relay"))
                                        .filter(text -> !text.contains("still finding out"))
                                : Optional.of(""));
    }

    private static String awaitOutput(String part) throws Exception {
        return FxTurn.await(
                "the program to print " + part,
                () ->
                        Scenery.find("#output")
                                .map(output -> ((GenericStyledArea<?, ?, ?>) output).getText())
                                .filter(text -> text.contains(part)));
    }

    private static String click(String selector) throws Exception {
        await(selector);
        FxTurn.run(() -> {
            Node node = there(selector);
            node.requestFocus();
            if (node instanceof ButtonBase button) {
                button.fire();
            }
        });
        return "";
    }

    private String fill(String selector, String text) throws Exception {
        await(selector);
        FxTurn.run(() -> {
            Node node = there(selector);
            node.requestFocus();
            ((TextInputControl) node).selectAll();
        });
        return type(text, 5);
    }

    private static String set(String selector, String text) throws Exception {
        await(selector);
        FxTurn.run(() -> ((TextInputControl) there(selector)).setText(text));
        return "";
    }

    private String type(String text, long betweenKeysMs) throws Exception {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            FxTurn.run(() -> keyboard.type(character));
            TimeUnit.MILLISECONDS.sleep(betweenKeysMs);
        }
        return "";
    }

    private String press(KeyCode code) throws Exception {
        FxTurn.run(() -> keyboard.press(code));
        return "";
    }

    private String press(KeyCode modifier, KeyCode code) throws Exception {
        FxTurn.run(() -> keyboard.press(modifier, code));
        return "";
    }

    private static String focusEditor() throws Exception {
        FxTurn.run(() -> editor().requestFocus());
        return "";
    }

    private static String picture(Path file) throws Exception {
        FxTurn.run(() -> saveTo(file));
        return file.toString();
    }

    private static void saveTo(Path file) {
        try {
            Snapshots.write(Scenery.picture(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node there(String selector) {
        return Scenery.find(selector)
                .orElseThrow(() -> new IllegalStateException("not there any more: " + selector));
    }

    private static CodeEditor editor() {
        return (CodeEditor) there("#editor");
    }
}
