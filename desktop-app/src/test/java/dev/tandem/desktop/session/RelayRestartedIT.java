package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.demo.RelayProcess;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.desktop.session.ConnectionStatus.Live;
import dev.tandem.desktop.session.ConnectionStatus.Reconnecting;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The packaged relay is upgraded, as an operator does it, while people write in its rooms: it goes
/// in order, and everyone is back with what they wrote meanwhile. How long that took is printed.
class RelayRestartedIT {
    private static final int ROOMS = 5;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void everyoneIsBackByThemselves(@TempDir Path data) throws Exception {
        List<Desk> desks = new ArrayList<>();
        RelayProcess relay = RelayProcess.serve(data, 0);
        try (Network network = new Network()) {
            RelayAddress address = new RelayAddress("127.0.0.1", relay.port(), false);
            for (int room = 0; room < ROOMS; room++) {
                desks.addAll(room(network, address));
            }
            long stopped = System.nanoTime();
            assertThat(relay.stop()).isZero();
            long gone = System.nanoTime();
            for (Desk desk : desks) {
                Desk.await("noticed", () -> desk.connection() instanceof Reconnecting);
                desk.type("meanwhile ");
            }
            relay = RelayProcess.serve(data, relay.port());
            long ready = System.nanoTime();
            for (Desk desk : desks) {
                Desk.await("back", () -> desk.connection() instanceof Live && !desk.unsent());
            }
            System.out.printf(
                    "gone %,d ms after SIGTERM; %d people are back, with all they wrote, %,d ms after"
                            + " the new one was ready, which was %,d ms after the old one had gone%n",
                    millis(gone - stopped),
                    desks.size(),
                    millis(System.nanoTime() - ready),
                    millis(ready - gone));
            for (int room = 0; room < ROOMS; room++) {
                Desk ada = desks.get(2 * room);
                Desk.awaitAgreement(ada, desks.get(2 * room + 1));
                assertThat(ada.text()).isEqualTo("before meanwhile meanwhile ");
            }
        } finally {
            desks.forEach(Desk::close);
            relay.close();
        }
    }

    private static List<Desk> room(Network network, RelayAddress relay) {
        CreatedSession session =
                TestRelay.given(
                        new RelayApi(relay)
                                .create(new CreateSession("A talk", "python"), null)
                                .join());
        Desk ada =
                Desk.at(network, relay.room(), new JoinRoom.ByHostToken(session.hostToken(), "Ada"))
                        .seated();
        String code = session.invite(Role.CANDIDATE).code().format();
        Desk bob = Desk.at(network, relay.room(), new JoinRoom.ByCode(code, "Bob", null)).seated();
        ada.act(RoomSession::start);
        Desk.await("started", () -> bob.may(Capability.EDIT));
        ada.type("before ");
        bob.awaitText("before ");
        return List.of(ada, bob);
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
