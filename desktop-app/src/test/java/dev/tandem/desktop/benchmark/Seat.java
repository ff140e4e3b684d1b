package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.session.RoomSession;
import dev.tandem.protocol.message.JoinRoom;
import java.net.URI;
import javafx.stage.Stage;

/// Someone's window, and in it a room on a real relay. Any thread but the FX one.
///
/// @param desk the room's page; others can take its place in the window
record Seat(Stage stage, RoomSession session, Desk desk) {

    /// Goes into a room, and returns when it is shown.
    static Seat take(Network network, URI room, JoinRoom entry, Appearance appearance) {
        RoomSession session = FxThread.call(() -> RoomSession.join(network, room, entry));
        FxThread.await("the room", () -> session.youProperty().get() != null);
        Seat seat =
                FxThread.call(() -> new Seat(new Stage(), session, Desk.room(session, appearance)));
        seat.show(seat.desk);
        return seat;
    }

    /// Puts a desk into the window.
    void show(Desk shown) {
        FxThread.run(() -> {
            if (stage.getScene() != shown.scene()) {
                stage.setScene(shown.scene());
                stage.show();
            }
            shown.area().requestFocus();
        });
        FxThread.await("the window", () -> shown.area().getWidth() > 0);
    }

    /// Waits until the relay has confirmed all that was typed here.
    void awaitConfirmed() {
        FxThread.await("all to be confirmed", () -> !session.unsentProperty().get());
    }
}
