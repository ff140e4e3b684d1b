package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.editor.LineNumbers;
import dev.tandem.desktop.editor.highlight.HighlightService;
import dev.tandem.desktop.editor.highlight.SpanStyles;
import dev.tandem.desktop.editor.highlight.TextEdit;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.language.Languages;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.session.RoomSession;
import dev.tandem.desktop.shell.RoomPage;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.LineNumberFactory;

/// A text control in a scene of its own, with the keyboard in front of it. FX thread.
///
/// @param area the control
record Desk(Scene scene, GenericStyledArea<Collection<String>, String, Collection<String>> area) {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 800;
    private static final int LINES_ABOVE = 8;
    private static final int SCREEN = 1_500;

    /// The page of a room, as the application shows it.
    static Desk room(RoomSession session, Appearance appearance) {
        RoomPage page = new RoomPage(session, session, session, Invitations.NONE, () -> {});
        Scene scene = scene(page, appearance);
        page.applyCss();
        page.layout();
        @SuppressWarnings("unchecked") // what the style sheet calls so is nothing else
        var area =
                (GenericStyledArea<Collection<String>, String, Collection<String>>)
                        Objects.requireNonNull(page.lookup(".editor"));
        return new Desk(scene, area);
    }

    /// RichTextFX's control as it is, of the same size and in the same type as the room's, with the
    /// same text.
    static Desk bare(Desk room, Appearance appearance) {
        CodeArea area = new CodeArea();
        area.getStyleClass().add("editor");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.replaceText(room.area.getText());
        area.getUndoManager().forgetHistory();
        VirtualizedScrollPane<CodeArea> pane = new VirtualizedScrollPane<>(area);
        pane.setMaxSize(room.area.getWidth(), room.area.getHeight());
        StackPane.setAlignment(pane, Pos.TOP_LEFT);
        return new Desk(scene(new StackPane(pane), appearance), area);
    }

    /// The same with Tandem's line numbers and colours; nobody else is there.
    static Desk coloured(Desk room, Appearance appearance) {
        Desk desk = bare(room, appearance);
        var area = desk.area;
        LineNumbers.on(area);
        HighlightService colours =
                new HighlightService(Platform::runLater, found -> SpanStyles.apply(area, found));
        colours.open(Languages.of("java"), area.getText());
        area.plainTextChanges()
                .subscribe(c ->
                        colours.edit(
                                new TextEdit(
                                        c.getPosition(),
                                        c.getRemoved().length(),
                                        c.getInserted())));
        int here = area.getText().indexOf(LongProgram.HERE);
        colours.show(here - SCREEN / 2, here + SCREEN / 2);
        return desk;
    }

    private static Scene scene(Parent root, Appearance appearance) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        appearance.dress(scene);
        return scene;
    }

    /// Writes behind a piece of the text, in the upper part of the screen, and goes there.
    ///
    /// @return where what was written begins
    int write(String text, String place) {
        int at = area.getText().indexOf(place) + place.length();
        area.replaceText(at, at, text);
        area.showParagraphAtTop(Math.max(0, area.getCurrentParagraph() - LINES_ABOVE));
        return at;
    }

    /// Takes away everything from `start` to the caret.
    void takeBackTo(int start) {
        area.replaceText(start, area.getCaretPosition(), "");
    }

    void press(char sign) {
        switch (sign) {
            case '\n' -> fire(KeyCode.ENTER, "\r");
            case '\b' -> fire(KeyCode.BACK_SPACE, "\b");
            default ->
                    fire(
                            KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(sign))),
                            String.valueOf(sign));
        }
    }

    void pressWithControl(KeyCode code) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(area, new KeyEvent(type, "", "", code, false, true, false, false));
        }
    }

    private void fire(KeyCode code, String typed) {
        KeyCode key = code == null ? KeyCode.UNDEFINED : code;
        fire(KeyEvent.KEY_PRESSED, "", key);
        fire(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_RELEASED, "", key);
    }

    private void fire(EventType<KeyEvent> type, String sign, KeyCode code) {
        Event.fireEvent(area, new KeyEvent(type, sign, sign, code, false, false, false, false));
    }
}
