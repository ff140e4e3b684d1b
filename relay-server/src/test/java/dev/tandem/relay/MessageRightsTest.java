package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Who may do what: every message of every role in every status, said over a real connection by a
/// client that hides no button.
class MessageRightsTest {

    /// What each message is answered with. Of each role three columns: waiting, active, ended.
    /// `ack`: it is done. `passes`: the others hear it. `pong`: it is answered so. The last role is
    /// a candidate whom the permissions were taken from.
    private static final String TABLE =
            """
            message            | interviewer              | candidate                    | spectator                     | candidate without permissions
            code_update        | ack    ack    ended      | not_active ack       ended   | forbidden forbidden forbidden | not_active forbidden ended
            set_language       | ack    ack    ended      | not_active ack       ended   | forbidden forbidden forbidden | not_active forbidden ended
            cursor             | passes passes passes     | passes     passes    passes  | forbidden forbidden forbidden | passes     passes    passes
            chat_message       | ack    ack    ended      | ack        ack       ended   | forbidden forbidden forbidden | ack        ack       ended
            typing             | passes passes ended      | passes     passes    ended   | forbidden forbidden forbidden | passes     passes    ended
            start_session      | ack    not_active ended  | forbidden  forbidden forbidden | forbidden forbidden forbidden | forbidden  forbidden forbidden
            end_session        | ack    ack    ended      | forbidden  forbidden forbidden | forbidden forbidden forbidden | forbidden  forbidden forbidden
            set_permissions    | ack    ack    ended      | forbidden  forbidden forbidden | forbidden forbidden forbidden | forbidden  forbidden forbidden
            remove_participant | ack    ack    ended      | forbidden  forbidden forbidden | forbidden forbidden forbidden | forbidden  forbidden forbidden
            open_document      | ack    ack    ended      | forbidden  forbidden forbidden | forbidden forbidden forbidden | forbidden  forbidden forbidden
            close_document     | ack    ack    ended      | forbidden  forbidden forbidden | forbidden forbidden forbidden | forbidden  forbidden forbidden
            run_code           | language_unavailable language_unavailable ended | not_active language_unavailable ended | forbidden forbidden forbidden | not_active forbidden ended
            run_input          | no_such_run no_such_run ended | not_active no_such_run ended | forbidden forbidden forbidden | not_active forbidden ended
            stop_run           | no_such_run no_such_run ended | not_active no_such_run ended | forbidden forbidden forbidden | not_active forbidden ended
            submit_code        | ack    ack    ended      | not_active ack       ended   | forbidden forbidden forbidden | not_active ack       ended
            set_tests          | ack    ack    ended      | forbidden  forbidden forbidden | forbidden forbidden forbidden | forbidden  forbidden forbidden
            note_fact          | forbidden forbidden forbidden | not_active ack     ended   | forbidden forbidden forbidden | not_active ack       ended
            leave_room         | ack    ack    ack        | ack        ack       ack     | ack       ack       ack       | ack        ack       ack
            diverged           | ack    ack    ack        | ack        ack       ack     | ack       ack       ack       | ack        ack       ack
            ping               | pong   pong   pong       | pong       pong      pong    | pong      pong      pong      | pong       pong      pong
            """;

    private static final Map<String, String> PAYLOADS =
            Map.ofEntries(
                    Map.entry("code_update", "{'doc':'main','revision':0,'operation':['x']}"),
                    Map.entry("set_language", "{'doc':'main','language':'go'}"),
                    Map.entry("cursor", "{'doc':'main','revision':0,'selections':[[0,0]]}"),
                    Map.entry("chat_message", "{'text':'hello'}"),
                    Map.entry("typing", "{'on':true}"),
                    Map.entry("start_session", "{}"),
                    Map.entry("end_session", "{}"),
                    Map.entry("set_permissions", "{'participantId':'BYSTANDER','canRun':false}"),
                    Map.entry("remove_participant", "{'participantId':'BYSTANDER'}"),
                    Map.entry("open_document", "{'doc':'more','name':'More','language':'go'}"),
                    Map.entry("close_document", "{'doc':'second'}"),
                    Map.entry("run_code", "{'doc':'main'}"),
                    Map.entry("run_input", "{'runId':'nothing','text':'x'}"),
                    Map.entry("stop_run", "{'runId':'nothing'}"),
                    Map.entry("submit_code", "{'doc':'main'}"),
                    Map.entry("set_tests", "{'doc':'main','tests':[]}"),
                    Map.entry("note_fact", "{'kind':'window_away','durationMs':2000}"),
                    Map.entry("leave_room", "{}"),
                    Map.entry("diverged", "{'doc':'main','revision':0,'hash':'0123456789abcdef'}"),
                    Map.entry("ping", "{'t':1}"));

    @TempDir static Path folder;
    private static TestRelay relay;

    @BeforeAll
    static void start() throws Exception {
        relay = TestRelay.start(folder);
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    /// One cell of the table.
    private record Cell(
            String message, Role role, boolean permitted, SessionStatus status, String expected) {

        String expectedCode() {
            return expected.equals("ended") ? "session_ended" : expected;
        }

        @Override
        public String toString() {
            return "%s, %s%s, %s: %s"
                    .formatted(
                            message,
                            role.word(),
                            permitted ? "" : " without permissions",
                            status.word(),
                            expectedCode());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMessageOfEveryRoleInEveryStatus() {
        return cells().stream()
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check(cell)));
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String line : TABLE.lines().skip(1).toList()) {
            String[] columns = line.split("\\|");
            for (int i = 1; i < columns.length; i++) {
                String[] words = columns[i].strip().split(" +");
                for (SessionStatus status : SessionStatus.values()) {
                    cells.add(
                            new Cell(
                                    columns[0].strip(),
                                    Role.values()[i == 4 ? 1 : i - 1],
                                    i != 4,
                                    status,
                                    words[status.ordinal()]));
                }
            }
        }
        return cells;
    }

    private static void check(Cell cell) {
        CreatedSession session =
                relay.createSession(
                        new CreateSession("Test", "java", null, null, List.of(), null, true));
        try (TestClient host = relay.connect();
                TestClient speaker = relay.connect();
                TestClient bystander = relay.connect()) {
            host.joinAsHost(session.hostToken(), "Ada");
            String speakerId = join(speaker, session, cell.role());
            String bystanderId = join(bystander, session, Role.CANDIDATE);
            prepare(host, cell, speakerId);
            String payload = PAYLOADS.get(cell.message()).replace("BYSTANDER", bystanderId);
            long id = speaker.command(cell.message(), payload);
            check(cell, speaker, host, id);
        }
    }

    private static String join(TestClient client, CreatedSession session, Role role) {
        return client.join(session.invite(role).code().format(), role.word())
                .at("/you/participantId")
                .asText();
    }

    private static void prepare(TestClient host, Cell cell, String speakerId) {
        host.command("open_document", "{'doc':'second','name':'Second','language':'go'}");
        if (!cell.permitted()) {
            host.command(
                    "set_permissions",
                    "{'participantId':'%s','canEdit':false,'canRun':false}".formatted(speakerId));
        }
        if (cell.status() != SessionStatus.WAITING) {
            host.command("start_session", "{}");
        }
        if (cell.status() == SessionStatus.ENDED) {
            host.command("end_session", "{}");
        }
        long last = host.command("ping", "{'t':0}");
        assertThat(last).isPositive();
        host.await("pong");
    }

    private static void check(Cell cell, TestClient speaker, TestClient host, long id) {
        switch (cell.expected()) {
            case "ack" -> assertThat(speaker.answer(id).get("type").asText()).isEqualTo("ack");
            case "pong" -> speaker.await("pong");
            case "passes" -> assertThat(host.await(cell.message()).has("by")).isTrue();
            default -> {
                JsonNode answer = speaker.answer(id);
                assertThat(answer.get("type").asText()).isEqualTo("error");
                assertThat(answer.at("/payload/code").asText()).isEqualTo(cell.expectedCode());
            }
        }
    }
}
