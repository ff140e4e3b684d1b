package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/// An editor in a window, with what it said, and the text that the others have by what they heard.
final class OpenEditor {
    final CodeEditor editor = new CodeEditor();
    final SharedArea area = editor.area();
    final Appearance appearance = new Appearance(Theme.LIGHT);
    final List<TextOperation> sent = new CopyOnWriteArrayList<>();
    final List<OwnEdit> edits = new CopyOnWriteArrayList<>();
    final List<Selection> points = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    private volatile String others = "";

    OpenEditor() {
        editor.setOnEdit(this::send);
        editor.setOnPoint(selections -> points.add(selections.getFirst()));
        editor.setOnRefused(refusals::add);
    }

    Scene show(Stage stage, Parent root) {
        Scene scene = new Scene(root, 720, 480);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
        editor.requestFocus();
        return scene;
    }

    void begin(String text) {
        Fx.run(() -> editor.setText(text));
        others = text;
        sent.clear();
        edits.clear();
    }

    void select(int anchor, int head) {
        Fx.run(() -> area.selectRange(anchor, head));
    }

    /// Someone else puts a text in place of `deleted` code units.
    void remote(int at, int deleted, String inserted) {
        Fx.run(() -> remoteNow(at, deleted, inserted));
    }

    /// The same, from the FX thread.
    void remoteNow(int at, int deleted, String inserted) {
        TextOperation operation = replacing(others.length(), at, deleted, inserted);
        others = operation.apply(others);
        editor.apply(operation);
    }

    /// Turns the mouse wheel over a node. (The robot's has no effect where there is no screen.)
    void wheel(Node over, double pixels) {
        Bounds at = on(() -> over.localToScreen(over.getLayoutBounds()));
        ScrollEvent turned =
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        1,
                        1,
                        at.getCenterX(),
                        at.getCenterY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        pixels,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null);
        Fx.run(() -> Event.fireEvent(over, turned));
    }

    void assertText(String text) {
        assertThat(on(() -> area.getText())).isEqualTo(text);
        assertThat(on(() -> editor.text().toString())).isEqualTo(text);
        assertThat(others).isEqualTo(text);
    }

    void assertSelection(int anchor, int head) {
        assertThat(on(() -> new Selection(area.getAnchor(), area.getCaretPosition())))
                .isEqualTo(new Selection(anchor, head));
    }

    <T> T on(Supplier<T> question) {
        return Fx.call(question::get);
    }

    static TextOperation replacing(int length, int at, int deleted, String inserted) {
        return new TextOperation.Builder()
                .keep(at)
                .insert(inserted)
                .delete(deleted)
                .keep(length - at - deleted)
                .build();
    }

    /// `line 0`, `line 1` and so on, and an empty one at the end.
    static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining());
    }

    private void send(OwnEdit edit) {
        edits.add(edit);
        sent.add(edit.operation());
        others = edit.operation().apply(others);
    }
}
