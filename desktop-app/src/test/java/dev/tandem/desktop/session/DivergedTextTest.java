package dev.tandem.desktop.session;

import static dev.tandem.desktop.session.Desk.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.Timing;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// A real room in which the network changes what one of the two is told.
class DivergedTextTest {
    private TestRelay relay;
    private FaultyCable cable;
    private Network network;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void startRelay(@TempDir Path data) throws Exception {
        relay = new TestRelay(data);
        cable = new FaultyCable(relay.address().port());
        network = new Network(Timing.USUAL, InstantSource.system(), new Random(7));
    }

    @AfterEach
    void stop() {
        network.close();
        cable.close();
        relay.close();
    }

    @Test
    void whoGotAnotherTextIsPutRightAndKeepsWhatTheyTyped() {
        URI overCable = URI.create("ws://127.0.0.1:" + cable.port() + "/api/v1/room");
        try (Desk ada = Desk.at(network, relay.room(), relay.host("Ada")).seated();
                Desk mert =
                        Desk.at(network, overCable, relay.guest(Role.CANDIDATE, "Mert")).seated()) {
            ada.act(RoomSession::start);
            await("the start", () -> mert.may(Capability.EDIT));
            mert.typeWhileResyncing("kept\n");

            cable.alterOnce();
            ada.type("about ~5\n");
            mert.awaitText("about ~6\n");
            mert.type("mine\n");
            ada.awaitText("about ~5\nmine\n");
            assertThat(mert.textStates()).isEmpty();

            await("the repair", () -> mert.textStates().contains(TextState.REPAIRED));
            ada.awaitText("about ~5\nmine\nkept\n");
            Desk.awaitAgreement(ada, mert);
            assertThat(relay.details().documents().getFirst().text()).isEqualTo(ada.text());

            await("all well", () -> mert.textStates().getLast() == TextState.IN_SYNC);
            assertThat(mert.textStates())
                    .containsExactly(TextState.RESYNCING, TextState.REPAIRED, TextState.IN_SYNC);
            assertThat(ada.textStates()).isEmpty();
        }
    }
}
