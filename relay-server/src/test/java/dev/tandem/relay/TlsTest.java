package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.config.RelayConfigBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A relay that speaks TLS by itself.
class TlsTest {
    @TempDir Path folder;
    private RelayServer relay;

    @AfterEach
    void stop() {
        if (relay != null) {
            relay.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void everythingIsSpokenInTlsWithPemFiles(String algorithm) throws Exception {
        Path store = Certificates.make(folder, "first", algorithm);
        relay = start(pem(store));

        assertThat(relay.address().getScheme()).isEqualTo("https");
        try (HttpClient http = client(store)) {
            JsonNode session = TestRelay.json(createSession(http));
            assertThat(session.at("/invites/candidate/link").asText()).endsWith("?tls=1");
            try (TestClient ada = TestClient.connect(relay.address(), client(store))) {
                ada.joinAsHost(session.get("hostToken").asText(), "Ada");
                ada.command("chat_message", "{'text':'in private'}");
                assertThat(ada.await("ack").get("seq").asLong()).isEqualTo(4);
            }
        }
    }

    @Test
    void aKeystoreWillDoAsWell() throws Exception {
        Path store = Certificates.make(folder, "first", "EC");
        relay =
                start(
                        config().set("tls.keystore", store.toString())
                                .set("tls.keystore-password", Certificates.PASSWORD));

        try (HttpClient http = client(store)) {
            assertThat(createSession(http).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aRenewedCertificateIsUsedAndNobodyIsCutOff() throws Exception {
        Path store = Certificates.make(folder, "first", "EC");
        Path next = Certificates.make(folder, "second", "RSA");
        relay = start(pem(store));
        try (TestClient ada = TestClient.connect(relay.address(), client(store))) {
            String hostToken;
            try (HttpClient http = client(store)) {
                hostToken = TestRelay.json(createSession(http)).get("hostToken").asText();
            }
            ada.joinAsHost(hostToken, "Ada");
            Files.copy(
                    Certificates.certificate(next),
                    Certificates.certificate(store),
                    StandardCopyOption.REPLACE_EXISTING);
            relay.reload(); // half of it is there: the one of before stays
            assertThat(subject(store, next)).isEqualTo("CN=first");
            Files.copy(
                    Certificates.key(next),
                    Certificates.key(store),
                    StandardCopyOption.REPLACE_EXISTING);
            relay.reload();

            assertThat(subject(store, next)).isEqualTo("CN=second");
            ada.command("chat_message", "{'text':'still here'}");
            assertThat(ada.await("ack").get("seq").asLong()).isEqualTo(4);
        }
    }

    @Test
    void whatIsNoCertificateIsNamed() throws Exception {
        Path store = Certificates.make(folder, "first", "EC");
        Path other = Certificates.make(folder, "second", "RSA");
        Path missing = folder.resolve("missing.pem");

        assertThatStartFails(pem(store).set("tls.key", missing.toString()), "missing.pem");
        assertThatStartFails(
                pem(store).set("tls.key", Certificates.certificate(store).toString()),
                "openssl pkcs8 -topk8");
        assertThatStartFails(
                pem(store).set("tls.certificate", Certificates.key(store).toString()),
                "no certificate");
        assertThatStartFails(
                pem(store).set("tls.key", Certificates.key(other).toString()), "does not go with");
        assertThatStartFails(
                config().set("tls.keystore", store.toString())
                        .set("tls.keystore-password", "wrong"),
                "tls.keystore-password");
    }

    private void assertThatStartFails(RelayConfigBuilder config, String message) {
        assertThatExceptionOfType(RelayStartFailure.class)
                .isThrownBy(() -> RelayServer.start(config.build()))
                .withMessageContaining(message);
    }

    /// Whose certificate a new connection is shown.
    private String subject(Path... trusted) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(relay.address().resolve("/health/live")).build();
        try (HttpClient http = client(trusted)) {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            return ((X509Certificate) response.sslSession().orElseThrow().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private HttpResponse<String> createSession(HttpClient http) throws Exception {
        URI sessions = relay.address().resolve("/api/v1/sessions");
        return http.send(
                HttpRequest.newBuilder(sessions)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"title\":\"Test\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpClient client(Path... trusted) throws Exception {
        return HttpClient.newBuilder().sslContext(Certificates.trusting(trusted)).build();
    }

    private RelayConfigBuilder pem(Path store) {
        return config().set("tls.certificate", Certificates.certificate(store).toString())
                .set("tls.key", Certificates.key(store).toString());
    }

    private RelayConfigBuilder config() {
        return RelayConfig.defaults(folder.resolve("data"))
                .with()
                .port(0)
                .openHost(true)
                .set("runs.on", "false");
    }

    private static RelayServer start(RelayConfigBuilder config) throws RelayStartFailure {
        return RelayServer.start(config.build());
    }
}
