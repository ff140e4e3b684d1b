package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.OddText;
import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.connection.Backoff;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.Timing;
import dev.tandem.desktop.demo.Cable;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.session.ConnectionStatus.Live;
import dev.tandem.desktop.session.RoomSession;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.Text;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Two editors in one room of a real relay.
final class EditorsOverTheRelayTest {
    private static final Timing QUICK =
            new Timing(
                    Duration.ofSeconds(8),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(20),
                    new Backoff(Duration.ofMillis(5), Duration.ofMillis(40)));

    private final List<Seat> seats = new ArrayList<>();
    private final Network network = new Network(QUICK, InstantSource.system(), new Random(7));
    @TempDir Path data;
    private TestRelay relay;
    private Cable cable;
    private Seat ada;
    private Seat mert;

    private record Seat(RoomSession session, CodeEditor editor, List<String> refusals) {
        Text text() {
            return Fx.call(editor::text);
        }

        void awaitText(String text) {
            Fx.waitUntil(
                    () -> editor.text().toString().equals(text) && !session.unsentProperty().get());
        }

        void compose(String text) {
            take("", List.of(new InputMethodTextRun(text, InputMethodHighlight.UNSELECTED_RAW)));
        }

        void take(String committed, List<InputMethodTextRun> composed) {
            Fx.run(() ->
                    Event.fireEvent(
                            editor.area(),
                            new InputMethodEvent(
                                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                    composed,
                                    committed,
                                    0)));
        }
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void sitDown() throws Exception {
        relay = new TestRelay(data);
        cable = relay.cable();
        ada = sit(relay.room(), relay.host("Ada"));
        mert =
                sit(
                        URI.create("ws://127.0.0.1:" + cable.port() + "/api/v1/room"),
                        relay.guest(Role.CANDIDATE, "Mert"));
        Fx.run(ada.session::start);
        Fx.waitUntil(() -> mert.session.may(Capability.EDIT));
    }

    @AfterEach
    void stop() {
        seats.forEach(seat -> Fx.run(seat.session::close));
        network.close();
        cable.close();
        relay.close();
    }

    @Test
    void haveTheSameOddTextAndFindItAgain() throws Exception {
        StringBuilder whole = new StringBuilder();
        for (OddText odd : OddText.values()) {
            Seat writer = odd.ordinal() % 2 == 0 ? ada : mert;
            Fx.run(() ->
                    Clipboard.getSystemClipboard()
                            .setContent(Map.of(DataFormat.PLAIN_TEXT, odd.pasted())));
            Fx.run(() -> {
                writer.editor.area().moveTo(writer.editor.area().getLength());
                writer.editor.area().paste();
            });
            whole.append(odd.shared());
            ada.awaitText(whole.toString());
            mert.awaitText(whole.toString());
        }
        assertThat(ada.text().hash()).isEqualTo(mert.text().hash());
        assertThat(relay.details().documents().getFirst().text()).isEqualTo(whole.toString());
        JoinRoom again = relay.host("Ada");
        seats.forEach(seat -> Fx.run(seat.session::close));
        relay.close();

        relay = new TestRelay(data);
        Seat later = sit(relay.room(), again);

        assertThat(later.text()).hasToString(whole.toString());
    }

    @Test
    void haveTextAsLongAsItMayBe() {
        String lines = "語".repeat(127).concat("\n").repeat(Limits.DOCUMENT_LENGTH / 128);
        Fx.run(() ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, lines)));

        Fx.run(ada.editor.area()::paste);
        mert.awaitText(lines);
        write(mert, "x");

        mert.awaitText(lines);
        assertThat(mert.refusals).hasSize(1);
        assertThat(sit(relay.room(), relay.guest(Role.SPECTATOR, "Selin")).text())
                .hasToString(lines);
    }

    @Test
    void composeBesideEachOtherAndWithoutAConnection() {
        write(ada, "[]");
        mert.awaitText("[]");
        Fx.run(() -> mert.editor.area().moveTo(1));
        mert.compose("に");
        Fx.run(() -> ada.editor.area().moveTo(1));
        write(ada, "x");
        Fx.waitUntil(() -> mert.editor.text().toString().equals("[にx]"));
        assertThat(ada.text()).hasToString("[x]");

        cable.cut();
        Fx.waitUntil(() -> !(mert.session.connectionProperty().get() instanceof Live));
        mert.compose("にほ");
        Fx.run(() -> ada.editor.area().moveTo(0));
        write(ada, "y");
        mert.take("日本", List.of());
        mert.compose("ご");
        cable.mend();
        Fx.waitUntil(() -> mert.editor.text().toString().equals("y[日本ごx]"));
        ada.awaitText("y[日本x]");
        mert.take("語", List.of());

        ada.awaitText("y[日本語x]");
        mert.awaitText("y[日本語x]");
    }

    private Seat sit(URI room, JoinRoom entry) {
        Seat seat =
                Fx.call(() ->
                        new Seat(
                                RoomSession.join(network, room, entry),
                                new CodeEditor(),
                                new CopyOnWriteArrayList<>()));
        seats.add(seat);
        Fx.waitUntil(() -> seat.session.connectionProperty().get() instanceof Live);
        Fx.run(() -> {
            seat.editor.setText(seat.session.text());
            seat.session.onRemoteEdit(edit -> seat.editor.apply(edit.operation()));
            seat.editor.setOnEdit(seat.session::edit);
            seat.editor.setOnRefused(seat.refusals::add);
        });
        return seat;
    }

    private static void write(Seat seat, String text) {
        Fx.run(() -> seat.editor.area().replaceSelection(text));
    }
}
