package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Durability;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `kill -9` of a relay at random moments, while people in several rooms edit as fast as it takes
/// them: what anyone was told is in the log, once, and the log has no holes.
///
/// `-Dtandem.kills=50` kills it 50 times with each durability.
class RelayKillTest {
    private static final int ROOMS = 3;
    private static final int MOST_EDITS = 150;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Room(String id, String hostToken, List<LoadClient> people) {}

    @TempDir private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Room> rooms = new ArrayList<>();

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnyoneWasToldIsInTheLogOnce(Durability durability) throws Exception {
        RandomGenerator random = random();
        int kills = Integer.getInteger("tandem.kills", durability == Durability.PROCESS ? 3 : 2);
        int port = 0;
        for (int kill = 1; kill <= kills; kill++) {
            try (RelayProcess relay = serve(durability, port)) {
                port = relay.address().getPort();
                letEveryoneEdit(relay.address(), 1 + random.nextInt(MOST_EDITS));
                relay.kill();
            }
        }
        try (Database database = Database.open(folder)) {
            for (Room room : rooms) {
                check(room, log(database, room));
            }
        }
    }

    /// When exactly the process dies also depends on the machine.
    private static RandomGenerator random() {
        long seed = Long.getLong("tandem.seed", RandomGenerator.getDefault().nextLong());
        System.out.println("seed of the kills: -Dtandem.seed=" + seed);
        return new SplittableRandom(seed);
    }

    private RelayProcess serve(Durability durability, int port) throws Exception {
        return RelayProcess.serve(
                folder, port, "--durability", durability.name().toLowerCase(Locale.ROOT));
    }

    /// Everyone comes in or back, and edits until they have so many edits acknowledged.
    private void letEveryoneEdit(URI relay, int edits) throws Exception {
        if (rooms.isEmpty()) {
            for (int i = 0; i < ROOMS; i++) {
                rooms.add(create(relay));
            }
        }
        List<LoadClient> people = rooms.stream().flatMap(r -> r.people().stream()).toList();
        people.forEach(person -> person.connect(relay));
        for (LoadClient person : people) {
            Eventually.until(
                    "an edit is acknowledged; " + person.complaints(),
                    () -> person.acknowledgedHere() > 0);
        }
        LoadClient one = people.getFirst();
        Eventually.until(edits + " edits are", () -> one.acknowledgedHere() >= edits);
    }

    private Room create(URI relay) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(relay.resolve("/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"title\":\"Kill\"}"))
                        .build();
        JsonNode session = json(request);
        String hostToken = session.get("hostToken").asText();
        return new Room(
                session.get("id").asText(),
                hostToken,
                List.of(person(hostToken, "Ada"), person(hostToken, "Mert")));
    }

    private LoadClient person(String hostToken, String name) {
        return new LoadClient(
                http, "{\"hostToken\":\"%s\",\"name\":\"%s\"}".formatted(hostToken, name));
    }

    /// As it is on the wire.
    private static List<JsonNode> log(Database database, Room room) throws IOException {
        List<LoggedEvent> events =
                database.sessionLog().read(new SessionId(room.id()), Seq.ZERO, Integer.MAX_VALUE);
        return List.of(
                JSON.readTree(ApiCodec.write(new EventPage(events, null)))
                        .get("items")
                        .valueStream()
                        .toArray(JsonNode[]::new));
    }

    private JsonNode json(HttpRequest request) throws Exception {
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private static void check(Room room, List<JsonNode> log) {
        Set<String> commands = new HashSet<>();
        for (int i = 0; i < log.size(); i++) {
            JsonNode event = log.get(i);
            assertThat(event.get("seq").asLong()).isEqualTo(i + 1);
            if (event.hasNonNull("id")) {
                assertThat(commands.add(event.get("by").asText() + "#" + event.get("id")))
                        .as("%s is there once", event)
                        .isTrue();
            }
        }
        for (LoadClient person : room.people()) {
            assertThat(person.complaints()).isEmpty();
            checkAcknowledged(person, log);
            checkHeard(person.heard(), log);
        }
    }

    private static void checkAcknowledged(LoadClient person, List<JsonNode> log) {
        assertThat(person.acknowledged()).isNotEmpty();
        person.acknowledged()
                .forEach((id, seq) -> {
                    JsonNode event = eventAt(seq, log);
                    assertThat(event.get("id").asLong()).isEqualTo(id);
                    assertThat(event.get("by").asText()).isEqualTo(person.participantId());
                });
    }

    private static void checkHeard(Map<Long, JsonNode> heard, List<JsonNode> log) {
        assertThat(heard).isNotEmpty();
        heard.forEach((seq, told) -> {
            JsonNode event = eventAt(seq, log);
            for (String field : List.of("type", "at", "by", "id")) {
                assertThat(told.path(field)).as(field).isEqualTo(event.path(field));
            }
            assertThat(told.at("/payload/revision")).isEqualTo(event.at("/payload/revision"));
            assertThat(told.at("/payload/operation")).isEqualTo(event.at("/payload/operation"));
        });
    }

    private static JsonNode eventAt(long seq, List<JsonNode> log) {
        assertThat(log.size()).as("the end of the log").isGreaterThanOrEqualTo((int) seq);
        return log.get((int) seq - 1);
    }
}
