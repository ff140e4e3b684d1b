package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay behind a reverse proxy that it trusts, with metrics for whoever has their token.
class ProxyTest {
    @TempDir static Path folder;
    private static TestRelay relay;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        TestRelay.addAccount(folder, "ada@example.com", "correct horse battery");
        relay =
                TestRelay.start(
                        folder,
                        options ->
                                options.set("access.trusted-proxies", "127.0.0.0/8")
                                        .set("limits.failed-logins-per-address", "2")
                                        .set("metrics.readers", "nobody")
                                        .set("metrics.token", "let me see"));
        token =
                TestRelay.json(logIn("192.0.2.1", "ada@example.com", "correct horse battery"))
                        .get("token")
                        .asText();
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    @Test
    void linksLeadToTheProxy() {
        HttpResponse<String> created =
                relay.send(
                        request("/api/v1/sessions", "{\"title\":\"T\"}")
                                .header("Authorization", "Bearer " + token)
                                .header("X-Forwarded-For", "192.0.2.7")
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "tandem.example.org")
                                .build());
        JsonNode invite = TestRelay.json(created).at("/invites/candidate");

        assertThat(invite.get("link").asText())
                .isEqualTo(
                        "tandem://tandem.example.org:443/%s?tls=1"
                                .formatted(invite.get("code").asText()));
    }

    @Test
    void nobodyBehindItIsFromHere() {
        HttpResponse<String> created =
                relay.send(
                        request("/api/v1/sessions", "{\"title\":\"T\"}")
                                .header("X-Forwarded-For", "127.0.0.1")
                                .build());

        assertThat(created.statusCode()).isEqualTo(401);
    }

    @Test
    void eachAddressBehindItHasItsOwnFailures() {
        for (int i = 0; i < 2; i++) {
            assertThat(logIn("198.51.100.1", i + "@example.com", "guess").statusCode())
                    .isEqualTo(401);
        }
        assertThat(logIn("198.51.100.1", "x@example.com", "guess").statusCode()).isEqualTo(429);
        assertThat(logIn("198.51.100.2", "x@example.com", "guess").statusCode()).isEqualTo(401);
        assertThat(logIn("6.6.6.6, 198.51.100.1", "y@example.com", "guess").statusCode())
                .isEqualTo(429);
    }

    @Test
    void theMetricsAreForWhoHasTheirToken() {
        assertThat(relay.get("/metrics", null).statusCode()).isEqualTo(403);
        assertThat(relay.get("/metrics", "let me in").statusCode()).isEqualTo(401);
        assertThat(relay.get("/metrics", "let me see").body()).contains("tandem_rooms");
    }

    private static HttpResponse<String> logIn(String address, String email, String password) {
        return relay.send(
                request(
                                "/api/v1/login",
                                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
                        .header("X-Forwarded-For", address)
                        .build());
    }

    private static HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(relay.address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
