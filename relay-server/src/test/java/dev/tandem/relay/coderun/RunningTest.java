package dev.tandem.relay.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.RelayProcess;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import dev.tandem.relay.coderun.sandbox.InSandboxes;
import dev.tandem.relay.coderun.sandbox.Sandboxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs, from a command over a connection to the events that everyone hears.
@InSandboxes
class RunningTest {
    private static final String LOOP = "echo begun; sleep 50";
    private static final String WORDY =
            """
            name: Wordy
            file: main.txt
            probe: echo 1
            compile: printf %01000000d 0; exit 1
            run: "true"
            limits: {output: 4KiB}
            """;

    @TempDir static Path folder;
    private static TestRelay relay;

    private final List<TestClient> clients = new ArrayList<>();
    private final List<CreatedSession> sessions = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Sandboxes.here();
        relay = serve();
    }

    /// Besides the usual languages there is one whose compiler has much to say.
    private static TestRelay serve() throws Exception {
        Path languages = Files.createDirectories(folder.resolve("languages"));
        Files.writeString(languages.resolve("wordy.yaml"), WORDY);
        return TestRelay.start(
                folder.resolve("data"),
                options ->
                        options.set("runs.on", "true")
                                .set("runs.languages", languages.toString())
                                .set("runs.at-once", "1")
                                .set("runs.queue", "1"));
    }

    @AfterAll
    static void close() {
        if (relay != null) {
            relay.close();
        }
    }

    /// With them their runs end.
    @AfterEach
    void endTheInterviews() {
        clients.forEach(TestClient::close);
        for (CreatedSession session : sessions) {
            relay.send(
                    "PATCH",
                    "/api/v1/sessions/" + session.id(),
                    session.hostToken(),
                    "{\"action\":\"end\"}");
        }
    }

    /// An interview about this text in Bash, which has started.
    private CreatedSession interview(String code) {
        return interview("bash", code);
    }

    private CreatedSession interview(String language, String code) {
        CreatedSession session =
                relay.createSession(
                        new CreateSession("Test", language, code, null, List.of(), null));
        sessions.add(session);
        return session;
    }

    private TestClient host(CreatedSession session) {
        TestClient host = client();
        host.joinAsHost(session.hostToken(), "Ada");
        return host;
    }

    private TestClient candidate(CreatedSession session) {
        TestClient candidate = client();
        candidate.join(session.invite(Role.CANDIDATE).code().format(), "Bob");
        return candidate;
    }

    private TestClient client() {
        TestClient client = relay.connect();
        clients.add(client);
        return client;
    }

    private static String run(TestClient client, String payload) {
        JsonNode answer = client.answer(client.command("run_code", payload));
        assertThat(answer.get("type").asText()).as("%s", answer).isEqualTo("ack");
        return answer.at("/payload/runId").asText();
    }

    private static String code(JsonNode answer) {
        return answer.at("/payload/code").asText();
    }

    /// The output of one stream until the run is over, and then how it ended.
    private static JsonNode finish(TestClient client, StringBuilder output) {
        while (true) {
            JsonNode message = client.next();
            switch (message.get("type").asText()) {
                case "code_output" -> output.append(message.at("/payload/text").asText());
                case "run_finished" -> {
                    return message;
                }
                default -> {}
            }
        }
    }

    private static JsonNode finish(TestClient client) {
        return finish(client, new StringBuilder());
    }

    @Test
    void bothSeeTheProgramWork() {
        CreatedSession session = interview("echo hello; echo oops >&2; exit 4");
        TestClient ada = host(session);
        TestClient bob = candidate(session);
        ada.command("start_session", "{}");
        bob.await("session_started");
        String run = run(bob, "{'doc':'main'}");

        JsonNode started = ada.await("run_started");
        assertThat(started.at("/payload/runId").asText()).isEqualTo(run);
        assertThat(started.at("/payload/language").asText()).isEqualTo("bash");
        for (TestClient client : List.of(ada, bob)) {
            StringBuilder output = new StringBuilder();
            JsonNode end = finish(client, output);
            assertThat(output.toString()).contains("hello\n", "oops\n");
            assertThat(end.at("/payload/runId").asText()).isEqualTo(run);
            assertThat(end.at("/payload/exitCode").asInt()).isEqualTo(4);
            assertThat(end.at("/payload/error").isMissingNode()).isTrue();
            assertThat(end.get("by").asText()).isEqualTo(started.get("by").asText());
            assertThat(end.has("seq")).isTrue();
        }
    }

    @Test
    void someoneTypesForIt() {
        CreatedSession session = interview("read name; echo \"hello $name\"; cat");
        TestClient ada = host(session);
        String run = run(ada, "{'doc':'main'}");
        ada.command("run_input", "{'runId':'%s','text':'Bob\\n'}".formatted(run));
        ada.await(m -> m.at("/payload/text").asText().equals("hello Bob\n"));
        ada.command("run_input", "{'runId':'%s','text':'rest','eof':true}".formatted(run));
        StringBuilder output = new StringBuilder();
        assertThat(finish(ada, output).at("/payload/exitCode").asInt()).isZero();
        assertThat(output.toString()).isEqualTo("rest");
    }

    @Test
    void anInputThatIsGivenIsAllOfIt() {
        TestClient ada = host(interview("cat; echo done"));
        run(ada, "{'doc':'main','stdin':'1 2\\n'}");
        StringBuilder output = new StringBuilder();
        assertThat(finish(ada, output).at("/payload/exitCode").asInt()).isZero();
        assertThat(output.toString()).isEqualTo("1 2\ndone\n");
    }

    @Test
    void anyoneStopsIt() {
        CreatedSession session = interview(LOOP);
        TestClient ada = host(session);
        TestClient bob = candidate(session);
        ada.command("start_session", "{}");
        String run = run(ada, "{'doc':'main'}");
        bob.await("code_output");
        assertThat(
                        bob.answer(bob.command("stop_run", "{'runId':'%s'}".formatted(run)))
                                .get("type")
                                .asText())
                .isEqualTo("ack");
        assertThat(finish(ada).at("/payload/error/code").asText()).isEqualTo("stopped");
        assertThat(code(ada.answer(ada.command("stop_run", "{'runId':'%s'}".formatted(run)))))
                .isEqualTo("no_such_run");
    }

    @Test
    void whoComesLaterSeesWhatWas() {
        CreatedSession session = interview(LOOP);
        TestClient ada = host(session);
        String run = run(ada, "{'doc':'main'}");
        ada.await("code_output");
        TestClient late = client();
        JsonNode state = late.joinAsHost(session.hostToken(), "Late");
        assertThat(state.at("/runs/0/runId").asText()).isEqualTo(run);
        assertThat(state.at("/runs/0/output/0/text").asText()).isEqualTo("begun\n");
        assertThat(state.at("/runs/0/finished").isMissingNode()).isTrue();
        assertThat(late.await("run_progress").at("/payload/phase").asText()).isEqualTo("running");
    }

    @Test
    void oneProgramRunsInARoomAtATime() {
        TestClient ada = host(interview(LOOP));
        run(ada, "{'doc':'main'}");
        assertThat(code(ada.answer(ada.command("run_code", "{'doc':'main'}"))))
                .isEqualTo("too_many_runs");
    }

    @Test
    void othersWaitForTheirTurnAndTooManyDoNot() {
        TestClient first = host(interview(LOOP));
        TestClient second = host(interview("echo second"));
        TestClient third = host(interview("echo third"));
        String running = run(first, "{'doc':'main'}");
        run(second, "{'doc':'main'}");
        JsonNode progress = second.await("run_progress");
        assertThat(progress.at("/payload/phase").asText()).isEqualTo("queued");
        assertThat(progress.at("/payload/place").asInt()).isEqualTo(1);
        assertThat(code(third.answer(third.command("run_code", "{'doc':'main'}"))))
                .isEqualTo("too_many_runs");
        first.command("stop_run", "{'runId':'%s'}".formatted(running));
        StringBuilder output = new StringBuilder();
        assertThat(finish(second, output).at("/payload/exitCode").asInt()).isZero();
        assertThat(output.toString()).isEqualTo("second\n");
    }

    @Test
    void whoWaitsCanBeStoppedToo() {
        TestClient first = host(interview(LOOP));
        TestClient second = host(interview("echo second"));
        run(first, "{'doc':'main'}");
        String waiting = run(second, "{'doc':'main'}");
        second.await("run_progress");
        second.command("stop_run", "{'runId':'%s'}".formatted(waiting));
        JsonNode end = finish(second);
        assertThat(end.at("/payload/error/code").asText()).isEqualTo("stopped");
    }

    @Test
    void ofACompilersWordsAsManyAreKeptAsOfAPrograms() {
        TestClient ada = host(interview("wordy", ""));
        run(ada, "{'doc':'main'}");
        StringBuilder words = new StringBuilder();
        JsonNode end = finish(ada, words).get("payload");
        assertThat(words.toString()).isEqualTo("0".repeat(4096));
        assertThat(end.get("truncated").asBoolean()).isTrue();
        assertThat(end.at("/error/code").asText()).isEqualTo("compile_failed");
    }

    @Test
    void whatCannotBeRunIsRefused() {
        TestClient ada = host(interview("cobol", "x"));
        assertThat(code(ada.answer(ada.command("run_code", "{'doc':'main'}"))))
                .isEqualTo("language_unavailable");
    }

    @Test
    void whoRunsOverAndOverIsAskedToWait() {
        TestClient ada = host(interview("true"));
        for (int i = 0; i < 5; i++) {
            run(ada, "{'doc':'main'}");
            finish(ada);
        }
        // The sixth follows within a second, or the machine was too slow to tell.
        JsonNode answer = ada.answer(ada.command("run_code", "{'doc':'main'}"));
        if (answer.get("type").asText().equals("error")) {
            assertThat(code(answer)).isEqualTo("rate_limited");
            assertThat(answer.at("/payload/retryAfterMs").asLong()).isBetween(1L, 1_000L);
        }
    }

    @Test
    void theEndOfTheInterviewEndsIt() {
        CreatedSession session = interview(LOOP);
        TestClient ada = host(session);
        run(ada, "{'doc':'main'}");
        ada.await("code_output");
        ada.command("end_session", "{}");
        assertThat(finish(ada).at("/payload/error/code").asText()).isEqualTo("stopped");
        ada.await("ack");
    }

    @Test
    void whenTheLastOneLeavesItEnds() {
        CreatedSession session = interview(LOOP);
        TestClient ada = host(session);
        run(ada, "{'doc':'main'}");
        ada.await("code_output");
        ada.command("leave_room", "{}");
        String events = "/api/v1/sessions/" + session.id() + "/events";
        Eventually.until(
                "it is stopped",
                () ->
                        relay.get(events, session.hostToken())
                                .body()
                                .contains("Nobody was left who could see it."));
    }

    @Test
    void theEndOfTheRelayEndsItAndTheLogSaysSo() throws Exception {
        CreatedSession session = interview(LOOP);
        TestClient ada = host(session);
        run(ada, "{'doc':'main'}");
        ada.await("code_output");
        relay.restart();
        TestClient again = client();
        JsonNode state = again.joinAsHost(session.hostToken(), "Ada");
        assertThat(state.at("/runs/0/finished/error/code").asText()).isEqualTo("stopped");
    }

    @Test
    void aKilledRelayLeavesNoRunWithoutAnEnd() throws Exception {
        CreatedSession session = interview(LOOP);
        relay.close();
        try (RelayProcess killed = RelayProcess.serve(folder.resolve("data"), 0, "--run-code")) {
            runAndKill(killed, session);
        }
        relay = serve();
        JsonNode state = client().joinAsHost(session.hostToken(), "Ada");
        assertThat(state.at("/runs/0/finished/error/code").asText()).isEqualTo("internal");
    }

    private static void runAndKill(RelayProcess process, CreatedSession session) throws Exception {
        try (TestClient ada = TestClient.connect(process.address())) {
            ada.joinAsHost(session.hostToken(), "Ada");
            run(ada, "{'doc':'main'}");
            ada.await("code_output");
            process.kill();
        }
    }

    @Test
    void whatIsHandedInIsKept() {
        CreatedSession session = interview("echo mine");
        TestClient ada = host(session);
        TestClient bob = candidate(session);
        ada.command("start_session", "{}");
        bob.await("session_started");
        JsonNode answer = bob.answer(bob.command("submit_code", "{'doc':'main'}"));
        JsonNode submitted = ada.await("code_submitted");
        assertThat(submitted.at("/payload/text").asText()).isEqualTo("echo mine");
        assertThat(submitted.at("/payload/submissionId"))
                .isEqualTo(answer.at("/payload/submissionId"));
    }

    @Test
    void testsAreRunEachByItselfAndHiddenOnesStayHidden() {
        CreatedSession session = interview("read a; echo $((a + a)); touch /tmp/x; ls /tmp >&2");
        TestClient ada = host(session);
        TestClient bob = candidate(session);
        ada.command("start_session", "{}");
        ada.command(
                "set_tests",
                "{'doc':'main','tests':[{'name':'two','stdin':'2\\n','expected':'4','hidden':false},"
                        + "{'name':'secret','stdin':'21\\n','expected':'SECRET','hidden':true}]}");
        bob.await("tests_changed");
        run(bob, "{'doc':'main','tests':true}");
        JsonNode two = bob.await("test_finished").get("payload");
        assertThat(two.get("passed").asBoolean()).isTrue();
        assertThat(two.get("output").asText()).isEqualTo("4\n");
        JsonNode secret = bob.await("test_finished").get("payload");
        assertThat(secret.get("passed").asBoolean()).isFalse();
        assertThat(secret.toString()).doesNotContain("SECRET", "42");
        assertThat(finish(bob).at("/payload/error").isMissingNode()).isTrue();
        JsonNode told = ada.await(m -> m.at("/payload/name").asText().equals("secret"));
        assertThat(told.at("/payload/output").asText()).isEqualTo("42\n");
    }

    @Test
    void theRelaySaysHowItsSandboxIs() {
        host(interview("true"));
        assertThat(TestRelay.json(relay.get("/health/ready", null)).get("sandbox").asText())
                .isIn("ready", "none");
        assertThat(relay.get("/metrics", null).body())
                .contains("tandem_sandbox", "tandem_runs_queued");
    }
}
