package dev.tandem.relay.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.connection.RawClient;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.random.RandomGenerator;

/// Wrong calls of the HTTP API: bodies, files and parameters. None of them may be answered by 500.
final class WrongCalls implements AutoCloseable {
    private static final List<String> BODIES =
            List.of(
                    "POST /api/v1/login {'email':'a@example.com','password':'','otp':'1'}",
                    "POST /api/v1/account/totp {'password':''}",
                    "POST /api/v1/account/totp/confirm {'otp':'123456'}",
                    "POST /api/v1/account/totp/off {'password':'','otp':'123456'}",
                    "POST /api/v1/sessions {'title':'T','language':'go','code':'x','plannedMinutes':60,'tags':['a'],'password':'p','facts':true}",
                    "POST /api/v1/sessions {'title':'T','language':'go','code':'x','plannedMinutes':60,'tags':['a'],'facts':true}",
                    "PATCH /api/v1/sessions/ID {'tags':['a']}",
                    "POST /api/v1/sessions/ID/invites {'role':'candidate'}",
                    "PATCH /api/v1/sessions/ID {'title':'T','tags':['a','b'],'plannedMinutes':30}",
                    "PATCH /api/v1/sessions/ID {'action':'start'}",
                    "POST /api/v1/sessions/ID/invites {'role':'spectator','expiresInMs':1000}");

    private static final List<String> QUERIES =
            List.of(
                    "/api/v1/sessions status=ended tag=a query=x text=y any=z language=go"
                            + " participant=Ada role=candidate from=0 to=9000000000000 sort=title"
                            + " limit=10 cursor=CURSOR",
                    "/api/v1/sessions/ID/events after=1 limit=10",
                    "/api/v1/sessions/ID/export format=md private=true names=replaced",
                    "/api/v1/sessions/ID/invites x=y");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI relay;
    private final Fuzz fuzz;
    private final RandomGenerator random;
    private final String account;
    private final JsonNode session;
    private final String exported;
    private final byte[] packed;
    private final String cursor;

    /// @param account the token of somebody's account
    WrongCalls(URI relay, RandomGenerator random, String account) throws Exception {
        this.relay = relay;
        this.fuzz = new Fuzz(random);
        this.random = random;
        this.account = account;
        String path = path(create());
        call("PATCH", path, "{\"action\":\"start\"}");
        call("PATCH", path, "{\"action\":\"end\"}");
        exported = call("GET", path + "/export?format=json", "").body();
        packed =
                http.send(
                                request("GET", path + "/export?format=tandem", new byte[0]).build(),
                                BodyHandlers.ofByteArray())
                        .body();
        call("DELETE", path, "");
        create();
        session = create();
        cursor =
                TestClient.json(call("GET", "/api/v1/sessions?limit=1", "").body())
                        .get("nextCursor")
                        .asText();
    }

    private JsonNode create() throws Exception {
        return TestClient.json(call("POST", "/api/v1/sessions", "{\"title\":\"Calls\"}").body());
    }

    private static String path(JsonNode session) {
        return "/api/v1/sessions/" + session.get("id").asText();
    }

    void make(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(4)) {
                case 0 -> query();
                case 1 -> file();
                default -> body();
            }
        }
    }

    private void body() throws Exception {
        String[] call = BODIES.get(random.nextInt(BODIES.size())).split(" ", 3);
        byte[] body = fuzz.wrong(call[2].replace('\'', '"'));
        answer(request(call[0], named(call[1]), body).header("Content-Type", "application/json"));
    }

    /// What was taken in is read as well.
    private void file() throws Exception {
        SessionId id = new SessionId("forged-" + random.nextLong(Long.MAX_VALUE));
        byte[] file =
                switch (random.nextInt(4)) {
                    case 0 -> fuzz.wrong(packed);
                    case 1 -> fuzz.wrong(exported.getBytes(UTF_8));
                    default -> ForgedFile.of(exported, id, fuzz, random);
                };
        HttpResponse<String> taken =
                answer(
                        request("POST", "/api/v1/sessions/import", file)
                                .header("Content-Type", "application/octet-stream"));
        if (taken.statusCode() == 201) {
            String path = path(TestClient.json(taken.body()));
            for (String what : List.of("", "/export?format=md", "/export?format=html", "/events")) {
                answer(request("GET", path + what, new byte[0]));
            }
        }
    }

    /// By hand, since no client would send it.
    private void query() throws IOException {
        String[] words = QUERIES.get(random.nextInt(QUERIES.size())).split(" ");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("GET " + named(words[0]) + "?").getBytes(UTF_8));
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String[] parameter = words[random.nextInt(1, words.length)].split("=");
            request.writeBytes((parameter[0] + "=").getBytes(UTF_8));
            request.writeBytes(fuzz.parameter(parameter[1].replace("CURSOR", cursor)));
            request.write('&');
        }
        request.writeBytes(
                """
                 HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Connection: close

                """
                        .formatted(account)
                        .replace("\n", "\r\n")
                        .getBytes(UTF_8));
        try (RawClient client = new RawClient(relay)) {
            client.write(request.toByteArray());
            assertThat(client.readStatus()).as(request.toString(ISO_8859_1)).isNotEqualTo(500);
        } catch (EOFException | SocketException e) {
            // hung up on, which is an answer too
        }
    }

    private String named(String path) {
        return path.replace("ID", session.get("id").asText());
    }

    private HttpRequest.Builder request(String method, String path, byte[] body) {
        return HttpRequest.newBuilder(relay.resolve(path))
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + account);
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return answer(
                request(method, path, body.getBytes(UTF_8))
                        .header("Content-Type", "application/json"));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(500);
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
