package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RemoteEdits;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import java.time.InstantSource;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/// What a window shows while it is in a room. FX thread.
public final class RoomPage extends BorderPane {
    private final EditorPane editor;

    /// Shows a room that has been entered.
    ///
    /// @param invites one for each role; empty where one does not know them
    /// @param onLeave when one wants to go
    public RoomPage(
            RoomStore room,
            RoomIntents intents,
            RemoteEdits remote,
            Invitations invites,
            Runnable onLeave) {
        Follow follow = new Follow(room);
        RoomHeader header = new RoomHeader(room, intents, follow, invites, onLeave);
        SidePanel side = new SidePanel(room, intents, follow);
        editor = new EditorPane(room, intents, remote, follow, new NoticeBar(room, onLeave));
        setTop(header);
        setCenter(editor);
        setRight(side);
        setBottom(
                new StatusBar(
                        room,
                        intents,
                        editor.editor().caretPlaceProperty(),
                        InstantSource.system()));
        styled(this, "window");
        PaneCycle.install(
                this,
                new PaneCycle.Stop(editor, this::focusEditor),
                new PaneCycle.Stop(side, side::focusWithin),
                new PaneCycle.Stop(header, header::focusWithin));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> stopFollowing(event, follow));
    }

    // Wherever the keyboard is: who follows someone may have done that from any panel.
    private static void stopFollowing(KeyEvent event, Follow follow) {
        if (event.getCode() == KeyCode.ESCAPE && follow.followedProperty().get() != null) {
            follow.stop();
            event.consume();
        }
    }

    public void focusEditor() {
        editor.editor().requestFocus();
    }
}
