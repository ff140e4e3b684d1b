package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.session.RemoteEdits;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.role.Role;
import java.time.InstantSource;
import java.util.Map;
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
            Map<Role, Invite> invites,
            Runnable onLeave) {
        RoomHeader header = new RoomHeader(room, intents, invites, onLeave);
        SidePanel side = new SidePanel(room, intents);
        editor = new EditorPane(room, intents, remote, new NoticeBar(room, onLeave));
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
    }

    public void focusEditor() {
        editor.editor().requestFocus();
    }
}
