package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.session.RoomStore;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What is kept of an interview, how long, and how one can tell later that it was not changed; the
/// same for everyone who is in it. FX thread.
public final class RecordedPane extends ScrollPane {

    public RecordedPane(RoomStore room) {
        VBox content = styled(new VBox(8), "side-content");
        content.getChildren()
                .addAll(new NotedView(room), styled(new Label("The relay keeps"), "heading"));
        Recorded.KEPT.forEach(sentence -> content.getChildren().add(wrapped(sentence)));
        content.getChildren().add(styled(new Label("It does not keep"), "heading", "next-heading"));
        Recorded.NOT_KEPT.forEach(sentence -> content.getChildren().add(wrapped(sentence)));
        Label until = styled(wrapped(""), "muted", "next-heading");
        keepFresh(
                () ->
                        until.setText(
                                Recorded.until(room)
                                        + " Everyone in the room sees this same list."),
                room.keptProperty(),
                room.sessionProperty());
        content.getChildren().addAll(until, styled(new ProofView(room), "next-heading"));
        setContent(content);
        setFitToWidth(true);
        styled(this, "side-pane");
    }

    static Label wrapped(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
