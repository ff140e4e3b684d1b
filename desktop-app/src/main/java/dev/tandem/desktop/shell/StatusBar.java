package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.editor.CaretPlace;
import dev.tandem.desktop.fx.StatusDot;
import dev.tandem.desktop.fx.Steady;
import dev.tandem.desktop.fx.Ticker;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// The line at the bottom: the connection, whether everything is kept and the text is everyone's,
/// and where the caret is. FX thread.
final class StatusBar extends HBox {
    /// An answer that comes sooner is not worth a word.
    private static final Duration NOTICEABLE = Duration.seconds(1);

    private static final double PLACE_WIDTH = 200;

    private final RoomStore room;
    private final InstantSource clock;
    private final StatusDot dot = new StatusDot(Tone.NEUTRAL);
    private final Label connection = named("connection", new Label());
    private final Hyperlink retry = named("reconnect-now", new Hyperlink("Try now"));
    private final Label saved = named("saved", new Label());
    private final PauseTransition pause = new PauseTransition(NOTICEABLE);

    StatusBar(
            RoomStore room,
            RoomIntents intents,
            ObservableValue<CaretPlace> caret,
            InstantSource clock) {
        this.room = room;
        this.clock = clock;
        Label place = named("caret-place", new Label());
        place.textProperty().bind(caret.map(StatusBar::words));
        retry.setOnAction(_ -> intents.reconnectNow());
        getChildren()
                .addAll(
                        styled(new HBox(dot, connection, retry), "connection"),
                        saved,
                        spring(),
                        new Steady(place, PLACE_WIDTH));
        styled(this, "status-bar");
        pause.setOnFinished(_ -> refresh());
        room.unsentProperty().subscribe(this::onUnsent);
        keepFresh(
                this::refresh,
                room.connectionProperty(),
                room.sessionProperty(),
                room.textStateProperty());
        Ticker.attach(this, this::refresh);
    }

    private void refresh() {
        ConnectionWords words =
                ConnectionWords.of(
                        room.connectionProperty().get(),
                        room.sessionProperty().get().status(),
                        clock.millis());
        dot.show(words.tone());
        connection.setText(words.words());
        retry.setVisible(words.mayRetry());
        retry.setManaged(words.mayRetry());
        TextWords text =
                TextWords.of(
                        room.textStateProperty().get(),
                        isUnsent(),
                        room.connectionProperty().get());
        text.tone().paint(saved);
        saved.setText(text.word());
    }

    private void onUnsent(boolean unsent) {
        if (unsent) {
            pause.playFromStart();
        } else {
            pause.stop();
        }
        refresh();
    }

    /// Without a connection it is worth a word at once.
    private boolean isUnsent() {
        return room.unsentProperty().get()
                && (pause.getStatus() != Animation.Status.RUNNING
                        || !(room.connectionProperty().get() instanceof ConnectionStatus.Live));
    }

    private static String words(CaretPlace place) {
        return "Line %d, column %d".formatted(place.line(), place.column());
    }
}
