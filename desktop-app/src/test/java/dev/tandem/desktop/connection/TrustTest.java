package dev.tandem.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.SelfSigned;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.relay.RelayServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Relays with certificates of their own, by WebSocket and by HTTP.
class TrustTest {
    private static final String HOST = "127.0.0.1";

    @TempDir private Path folder;
    private final Trust trust = new Trust(KnownRelays.ofProcess());
    private final Network network = new Network(trust);

    @AfterEach
    void close() {
        network.close();
    }

    private RelayServer relay(String name, String... options) throws Exception {
        return SelfSigned.relay(Files.createDirectory(folder.resolve(name)), options);
    }

    private static RelayAddress at(String host, RelayServer relay) {
        return new RelayAddress(host, relay.address().getPort(), true);
    }

    /// What is told of the attempt to open a WebSocket.
    private String told(RelayAddress relay) {
        Journal journal = new Journal();
        try (RelayConnection connection = new RelayConnection(network, relay.room(), journal)) {
            connection.open();
            return journal.await(Link.Ended.class).sentence();
        }
    }

    private boolean opens(RelayAddress relay) {
        Journal journal = new Journal();
        try (RelayConnection connection = new RelayConnection(network, relay.room(), journal)) {
            connection.open();
            journal.await(Link.Open.class);
            return true;
        }
    }

    private Answer<?> create(RelayAddress relay) {
        return new RelayApi(relay, network).create(new CreateSession("Test", "java"), null).join();
    }

    @Test
    void whoIsAgreedToIsTrustedFromThenOn() throws Exception {
        try (RelayServer relay = relay("one")) {
            assertThat(told(at(HOST, relay))).contains("is not one that this computer trusts");

            Stranger stranger = trust.stranger(HOST).orElseThrow();
            assertThat(stranger.before()).isNull();
            assertThat(stranger.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
            assertThat(Instant.now()).isBetween(stranger.validFrom(), stranger.validUntil());
            assertThat(trust.stranger(HOST)).isEmpty();
            assertThat(create(at(HOST, relay))).isInstanceOf(Answer.Failed.class);
            assertThat(trust.stranger(HOST)).contains(stranger);

            trust.agreeTo(stranger);
            assertThat(opens(at(HOST, relay))).isTrue();
            assertThat(create(at(HOST, relay))).isInstanceOf(Answer.Given.class);
            assertThat(trust.stranger(HOST)).isEmpty();
        }
    }

    @Test
    void anotherCertificateIsNotTrustedAndSaysWhichItReplaces() throws Exception {
        try (RelayServer relay = relay("one");
                RelayServer other = relay("other")) {
            told(at(HOST, relay));
            Stranger first = trust.stranger(HOST).orElseThrow();
            trust.agreeTo(first);

            assertThat(told(at(HOST, other))).contains("is not one that this computer trusts");
            Stranger second = trust.stranger(HOST).orElseThrow();
            assertThat(second.before()).isEqualTo(first.fingerprint());
            assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
            assertThat(opens(at(HOST, relay))).isTrue();
        }
    }

    @Test
    void nobodyIsAskedAboutAnotherNameOrAnOldCertificate() throws Exception {
        try (RelayServer relay = relay("one");
                RelayServer old = relay("old", "-startdate", "-3d", "-validity", "1")) {
            assertThat(told(at("localhost", relay))).isNotEmpty();
            assertThat(create(at("localhost", relay))).isInstanceOf(Answer.Failed.class);
            assertThat(trust.stranger("localhost")).isEmpty();

            assertThat(told(at(HOST, old))).isNotEmpty();
            assertThat(create(at(HOST, old))).isInstanceOf(Answer.Failed.class);
            assertThat(trust.stranger(HOST)).isEmpty();
        }
    }
}
