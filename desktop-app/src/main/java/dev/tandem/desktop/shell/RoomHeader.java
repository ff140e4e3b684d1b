package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Confirm;
import dev.tandem.desktop.fx.Floating;
import dev.tandem.desktop.fx.Pill;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.people.AvatarRow;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.people.InvitePanel;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.ConnectionStatus.Live;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.timer.TimerView;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.SessionStatus;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The head of a room: what it is, how far it is, how long it has been going on, who is here, and
/// the one thing to do next. FX thread.
final class RoomHeader extends HBox {
    /// From this width on there is room for everything.
    private static final double ROOMY = 1040;

    private static final Confirm END =
            new Confirm(
                    "End the interview for everyone?",
                    "Nobody can write any more; all can still read. This cannot be undone.",
                    "End interview");

    private final RoomStore room;
    private final Label title = named("title", styled(new Label(), "window-title"));
    private final Pill status = named("status", Pill.live(Tone.NEUTRAL, ""));
    private final Button start = named("start-interview", styled(new Button("Start"), "accent"));
    private final Button end =
            named("end-interview", styled(new Button("End interview…"), "danger"));
    private final Button leave = named("leave", new Button("Leave"));

    /// @param invites empty where one does not know the codes
    RoomHeader(
            RoomStore room,
            RoomIntents intents,
            Follow follow,
            Invitations invites,
            Runnable onLeave) {
        this.room = room;
        TimerView timer = new TimerView(room);
        timer.compactProperty().bind(widthProperty().lessThan(ROOMY));
        start.setOnAction(_ -> intents.start());
        end.setOnAction(_ -> END.ask(getScene().getWindow(), intents::end));
        leave.setOnAction(_ -> onLeave.run());
        getChildren().addAll(title, status, spring(), timer, spring(), new AvatarRow(room, follow));
        if (!invites.isEmpty()) {
            getChildren().add(invite(invites));
        }
        getChildren().addAll(start, end, leave);
        styled(this, "header", "room-header");
        keepFresh(
                this::refresh,
                room.sessionProperty(),
                room.connectionProperty(),
                room.mayProperty());
    }

    /// Takes the keyboard to the first button that can be pressed.
    void focusWithin() {
        getChildren().stream()
                .filter(node -> node instanceof Button && node.isVisible() && !node.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static Button invite(Invitations invites) {
        Button button = named("invite", new Button("Invite"));
        InvitePanel panel = new InvitePanel(invites);
        Floating floating = new Floating(panel);
        button.setOnAction(_ -> {
            panel.refresh();
            floating.toggleBelow(button);
        });
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void refresh() {
        SessionStatus session = room.sessionProperty().get().status();
        StatusWords words = StatusWords.of(room.connectionProperty().get(), session);
        title.setText(room.sessionProperty().get().title());
        status.show(words.tone(), words.word());
        boolean leads = room.may(Capability.CONDUCT);
        boolean closed = room.connectionProperty().get() instanceof Closed;
        boolean offline = !(room.connectionProperty().get() instanceof Live);
        offer(start, leads && session == SessionStatus.WAITING, offline);
        offer(end, leads && session == SessionStatus.ACTIVE, offline);
        offer(leave, !leads && !closed, false);
    }

    private static void offer(Button button, boolean shown, boolean disabled) {
        button.setVisible(shown);
        button.setManaged(shown);
        button.setDisable(disabled);
        button.setMinWidth(USE_PREF_SIZE);
    }
}
