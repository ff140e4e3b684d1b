package dev.tandem.desktop.timer;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Ticker;
import dev.tandem.desktop.session.RoomStore;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// The time since the start on the relay's clock, the planned time, and a thin bar. FX thread.
public final class TimerView extends HBox {
    /// Room for all it ever says, so that its neighbours stand still.
    private static final double TIME_WIDTH = 84;

    private final RoomStore room;
    private final Label time = named("timer", styled(new Label(), "timer"));
    private final Label plan = named("timer-plan", styled(new Label(), "muted", "tabular"));
    private final ProgressBar bar = new ProgressBar(0);
    private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");

    public TimerView(RoomStore room) {
        super(8);
        this.room = room;
        setAlignment(Pos.CENTER);
        time.setMinWidth(TIME_WIDTH);
        time.setAlignment(Pos.CENTER_RIGHT);
        plan.setMinWidth(USE_PREF_SIZE);
        bar.setFocusTraversable(false);
        getChildren().addAll(time, plan, bar);
        Ticker.attach(this, this::refresh);
        keepFresh(this::refresh, room.sessionProperty(), compact);
    }

    /// Whether there is no room for the bar.
    public BooleanProperty compactProperty() {
        return compact;
    }

    private void refresh() {
        TimerReading reading = TimerReading.of(room.sessionProperty().get(), room.serverNow());
        time.setText(reading.time());
        plan.setText(reading.plan());
        boolean drawn = reading.share() != TimerReading.NO_PLAN && !compact.get();
        bar.setVisible(drawn);
        bar.setManaged(drawn);
        bar.setProgress(Math.max(0, reading.share()));
    }
}
