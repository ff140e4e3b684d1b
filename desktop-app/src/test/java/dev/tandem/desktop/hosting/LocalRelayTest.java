package dev.tandem.desktop.hosting;

import static dev.tandem.desktop.TestRelay.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.hosting.LocalRelay.Reach;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.protocol.role.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalRelayTest {

    @ParameterizedTest
    @EnumSource(Reach.class)
    void oneCanHostOnIt(Reach reach, @TempDir Path data) {
        try (LocalRelay relay = given(LocalRelay.start(data, reach).join())) {
            InviteLink link = linkOf(relay);

            assertThat(link.port()).isEqualTo(relay.address().port());
            assertThat(link.tls()).isFalse();
        }
    }

    @Test
    void twoCanRunBesideEachOther(@TempDir Path one, @TempDir Path other) {
        try (LocalRelay first = given(LocalRelay.start(one, Reach.THIS_COMPUTER).join());
                LocalRelay second = given(LocalRelay.start(other, Reach.THIS_COMPUTER).join())) {
            assertThat(first.address()).isNotEqualTo(second.address());
            assertThat(linkOf(second).port()).isEqualTo(second.address().port());
        }
    }

    @Test
    void oneFolderHoldsOneRelay(@TempDir Path data) {
        try (LocalRelay first = given(LocalRelay.start(data, Reach.THIS_COMPUTER).join())) {
            assertThat(LocalRelay.start(data, Reach.THIS_COMPUTER).join())
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.sentence()).contains(data.toString()));
            assertThat(linkOf(first)).as("still serves").isNotNull();
        }
    }

    private static InviteLink linkOf(LocalRelay relay) {
        RelayApi api = new RelayApi(relay.address());
        return given(api.create(new CreateSession("A talk", "python"), null).join())
                .invite(Role.CANDIDATE)
                .link();
    }
}
