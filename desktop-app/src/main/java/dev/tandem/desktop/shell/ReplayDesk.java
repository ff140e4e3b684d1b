package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.chat.ChatPane;
import dev.tandem.desktop.coderun.RunPane;
import dev.tandem.desktop.fx.NextFrame;
import dev.tandem.desktop.fx.Pill;
import dev.tandem.desktop.fx.TabStrip;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.people.AvatarRow;
import dev.tandem.desktop.people.PeoplePane;
import dev.tandem.desktop.replay.MarksPane;
import dev.tandem.desktop.replay.Moment;
import dev.tandem.desktop.replay.PlayerBar;
import dev.tandem.desktop.replay.ReplayKeys;
import dev.tandem.desktop.replay.ReplayModel;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.NoIntents;
import dev.tandem.desktop.session.RecordedRoom;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A recording as it is read: the panes of the live room with the room as it was, and the player
/// below. FX thread.
public final class ReplayDesk extends BorderPane {
    private static final double EDITORS_SHARE = 0.67;

    private final ReplayModel model;
    private final RecordedRoom room;
    private final NextFrame beside = new NextFrame(this);
    private final PlayerBar player;
    private final HBox header;

    /// Shows a recording that was opened.
    ///
    /// @param onClose when one wants to go back
    public ReplayDesk(String title, ReplayModel model, RecordedRoom room, Runnable onClose) {
        this.model = model;
        this.room = room;
        model.momentProperty().subscribe(this::showBeside);
        Follow follow = new Follow(room);
        RecordedText text = new RecordedText(model, follow);
        RunPane runs = RunPane.toRead(room);
        VBox side = side(follow);
        player = new PlayerBar(model);
        SplitPane work = named("work", new SplitPane(text, runs));
        work.setOrientation(Orientation.VERTICAL);
        work.setDividerPositions(EDITORS_SHARE);
        SplitPane.setResizableWithParent(runs, false);
        header = header(title, follow, onClose);
        setTop(header);
        setCenter(work);
        setRight(side);
        setBottom(player);
        styled(this, "window", "replay");
        ReplayKeys.install(this, model, node -> isWithin(node, work) || isWithin(node, side));
        PaneCycle.install(
                this,
                new PaneCycle.Stop(player, player::focusWithin),
                new PaneCycle.Stop(text, text.editor()::requestFocus),
                new PaneCycle.Stop(runs, runs::focusWithin),
                new PaneCycle.Stop(side, () -> focusTab(side)));
    }

    /// Puts controls for what else can be done with it into the header.
    void offer(List<Node> actions) {
        header.getChildren().addAll(actions);
    }

    /// Takes the keyboard to where all keys of the player work.
    void focusPlayer() {
        player.focusWithin();
    }

    private static void focusTab(VBox side) {
        if (side.getChildren().getFirst() instanceof TabStrip tabs) {
            Optional.ofNullable(tabs.selectedProperty().get()).ifPresent(Node::requestFocus);
        }
    }

    private static boolean isWithin(Node node, Node pane) {
        @Nullable Node at = node;
        while (at != null && !at.equals(pane)) {
            at = at.getParent();
        }
        return at != null;
    }

    /// The chat, the people and the runs come with the frame after the text's: they take as long as
    /// that, and it is the text that one goes to a place for.
    private void showBeside(@Nullable Moment moment) {
        if (moment != null) {
            beside.run(() -> show(moment));
        }
    }

    private void show(Moment moment) {
        long instant = (long) model.instantProperty().get();
        room.show(moment.place(), moment.state(), Math.max(instant, moment.state().at()));
    }

    private HBox header(String title, Follow follow, Runnable onClose) {
        Button back =
                named(
                        "close-replay",
                        styled(new Button("Back", new FontIcon(Feather.CHEVRON_LEFT)), "flat"));
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> onClose.run());
        ToggleButton authors = named("authors", new ToggleButton("Who wrote what"));
        authors.selectedProperty().bindBidirectional(model.authorsProperty());
        authors.setTooltip(new Tooltip("Put people's colours behind what they wrote (W)"));
        authors.setMinWidth(USE_PREF_SIZE);
        return styled(
                new HBox(
                        back,
                        named("title", styled(new Label(title), "window-title")),
                        new Pill(Tone.INFO, "Replay"),
                        spring(),
                        new AvatarRow(room, follow),
                        authors),
                "header");
    }

    private VBox side(Follow follow) {
        TabStrip tabs = new TabStrip();
        StackPane panes = growing(new StackPane());
        add(panes, named("tab-chat", tabs.add("Chat")), ChatPane.toRead(room));
        TabStrip.Tab people = named("tab-people", tabs.add(""));
        people.textProperty().bind(Bindings.format("People %d", Bindings.size(room.people())));
        add(panes, people, new PeoplePane(room, NoIntents.NONE, follow));
        add(panes, named("tab-marks", tabs.add("Marks")), new MarksPane(model));
        return styled(new VBox(tabs, panes), "panel", "side-panel", "line-left");
    }

    private static void add(StackPane panes, TabStrip.Tab tab, Node pane) {
        showWhile(tab.selectedProperty(), pane);
        panes.getChildren().add(pane);
    }
}
