package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.chat.ChatPane;
import dev.tandem.desktop.fx.TabStrip;
import dev.tandem.desktop.people.PeoplePane;
import dev.tandem.desktop.people.RecordedPane;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The panel at the right: chat, people, and what is recorded. FX thread.
final class SidePanel extends VBox {
    private final TabStrip tabs = new TabStrip();
    private final StackPane panes = growing(new StackPane());
    private final ChatPane chat;
    private final TabStrip.Tab chatTab;

    SidePanel(RoomStore room, RoomIntents intents, Follow follow) {
        chat = new ChatPane(room, intents);
        chatTab = add("tab-chat", "Chat", chat);
        TabStrip.Tab people = add("tab-people", "People", new PeoplePane(room, intents, follow));
        people.textProperty().bind(Bindings.format("People %d", Bindings.size(room.people())));
        TabStrip.Tab recorded = add("tab-recorded", "What is recorded", new RecordedPane(room));
        if (room.notesMe()) {
            recorded.setSelected(true); // who is to be noted about reads that first
        }
        getChildren().addAll(tabs, panes);
        styled(this, "panel", "side-panel", "line-left");
    }

    private TabStrip.Tab add(String id, String title, Node pane) {
        TabStrip.Tab tab = named(id, tabs.add(title));
        showWhile(tab.selectedProperty(), pane);
        panes.getChildren().add(pane);
        return tab;
    }

    /// Takes the keyboard to where one would go on in this panel.
    void focusWithin() {
        if (chatTab.isSelected()) {
            chat.focusInput();
        } else {
            Optional.ofNullable(tabs.selectedProperty().get()).ifPresent(Node::requestFocus);
        }
    }
}
