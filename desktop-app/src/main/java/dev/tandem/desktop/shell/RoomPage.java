package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.coderun.RunControls;
import dev.tandem.desktop.coderun.RunModel;
import dev.tandem.desktop.coderun.RunPane;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RemoteEdits;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import java.time.InstantSource;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/// What a window shows while it is in a room. FX thread.
public final class RoomPage extends BorderPane {
    private static final KeyCombination RUN_KEY =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final double EDITORS_SHARE = 0.67;

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
        RunModel runs = new RunModel(room, intents);
        NoticeBar notices = new NoticeBar(room, onLeave);
        editor = new EditorPane(room, intents, remote, follow, notices, new RunControls(runs));
        RunPane run = new RunPane(runs, intents);
        if (room.notesMe()) {
            noteFacts(room, intents);
        }
        setTop(header);
        setCenter(work(editor, run, runs));
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
                new PaneCycle.Stop(run, run::focusWithin),
                new PaneCycle.Stop(side, side::focusWithin),
                new PaneCycle.Stop(header, header::focusWithin));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> stopFollowing(event, follow));
    }

    /// As long as this page is in a window.
    private void noteFacts(RoomStore room, RoomIntents intents) {
        WindowFacts facts =
                new WindowFacts(room, intents, Clipboard.getSystemClipboard()::getString);
        FrontWatch front = new FrontWatch(facts::inFront);
        editor.editor().setOnPaste(facts::pasted);
        editor.editor().setOnDrop(facts::dropped);
        sceneProperty()
                .subscribe((was, is) -> {
                    if (was == null && is != null) {
                        front.begin();
                    } else if (is == null) {
                        front.end();
                    }
                });
    }

    private static SplitPane work(EditorPane editor, RunPane run, RunModel runs) {
        SplitPane work = named("work", new SplitPane(editor, run));
        work.setOrientation(Orientation.VERTICAL);
        work.setDividerPositions(EDITORS_SHARE);
        SplitPane.setResizableWithParent(run, false);
        work.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (RUN_KEY.match(event)) {
                        event.consume();
                        runs.act();
                    }
                });
        return work;
    }

    // Wherever the keyboard is: who follows someone may have done that from any panel.
    private static void stopFollowing(KeyEvent event, Follow follow) {
        if (event.getCode() == KeyCode.ESCAPE && follow.followedProperty().get() != null) {
            follow.stop();
            event.consume();
        }
    }

    public void focusEditor() {
        applyCss(); // what is in a split pane is in the window once that has its skin
        editor.editor().requestFocus();
    }
}
