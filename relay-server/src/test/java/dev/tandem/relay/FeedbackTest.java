package dev.tandem.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.relay.person.People;
import dev.tandem.relay.sessionlog.AuditQuery;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Doer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What interviewers write about an interview on a real relay.
class FeedbackTest {
    @TempDir private static Path folder;
    private static TestRelay relay;

    private CreatedSession session;
    private String path;
    private String aide;

    @BeforeAll
    static void start() throws Exception {
        relay = TestRelay.start(folder);
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    @BeforeEach
    void interview() {
        session = relay.createSession(new CreateSession("Talk", "java"));
        path = "/api/v1/sessions/" + session.id();
        try (TestClient ada = relay.connect();
                TestClient eve = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            aide =
                    eve.join(session.invite(Role.INTERVIEWER).code().format(), "Eve *")
                            .at("/you/resumeToken")
                            .asText();
            bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob");
            ada.answer(ada.command("end_session", "{}"));
        }
    }

    private HttpResponse<String> write(String token, String text, Integer version) {
        String body = ApiCodec.write(new WriteFeedback(text, version));
        return relay.send("PUT", path + "/feedback", token, body);
    }

    private JsonNode read(String token) {
        return TestRelay.json(relay.get(path + "/feedback", token)).get("items");
    }

    @Test
    void eachInterviewerHasTheirOwnAndReadsTheOthers() {
        assertThat(read(session.hostToken())).isEmpty();
        JsonNode first =
                TestRelay.json(write(session.hostToken(), "Clear mind.", 0)).at("/items/0");
        assertThat(first.get("mine").asBoolean()).isTrue();
        assertThat(first.get("version").asInt()).isEqualTo(1);
        assertThat(first.get("name").isNull()).isTrue(); // it was made without an account
        write(aide, "Fast.", null);

        JsonNode all = read(aide);
        assertThat(all.findValuesAsText("text")).containsExactly("Clear mind.", "Fast.");
        assertThat(all.findValuesAsText("mine")).containsExactly("false", "true");
        assertThat(all.get(1).get("name").asText()).isEqualTo("Eve *");
    }

    @Test
    void whatWasChangedElsewhereIsNotReplacedUnlessOneSaysSo() {
        write(session.hostToken(), "At home", 0);
        HttpResponse<String> stale = write(relay.localKey(), "At work", 0);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(TestRelay.json(stale).get("code").asText()).isEqualTo("feedback_changed");
        assertThat(read(aide).findValuesAsText("text")).containsExactly("At home");
        assertThat(write(relay.localKey(), "At work", 1).statusCode()).isEqualTo(200);
        assertThat(write(relay.localKey(), "At work again", null).statusCode()).isEqualTo(200);
        assertThat(read(aide).findValuesAsText("version")).containsExactly("3");
        assertThat(write(relay.localKey(), " \n", 3).statusCode()).isEqualTo(200);
        assertThat(read(aide)).isEmpty();
    }

    @Test
    void exportsHaveItOnlyWhereWhatIsPrivateIsAskedFor() throws Exception {
        write(session.hostToken(), "Clear _mind_.\nHire.", null);
        write(aide, "Fast.", null);
        for (String format : List.of("json", "tandem", "html", "md")) {
            assertThat(text(format, "")).as(format).doesNotContain("Hire.");
            assertThat(text(format, "&private=false")).as(format).doesNotContain("Hire.");
        }
        assertThat(text("json", "&private=true"))
                .contains("\"feedback\":[{\"name\":null,\"text\":\"Clear _mind_.\\nHire.\"");
        assertThat(text("md", "&private=true"))
                .contains("## Feedback", "Clear \\_mind\\_\\.  \nHire\\.", "### Eve \\*, ");
        assertThat(text("md", "&private=true&names=replaced"))
                .contains("Fast\\.")
                .doesNotContain("Eve");
        for (String format : List.of("json", "tandem")) {
            byte[] file = relay.getBytes(export(format, "&private=true"), session.hostToken());
            assertThat(SessionFile.check(file, null)).isInstanceOf(Unchanged.class);
        }
    }

    private String export(String format, String options) {
        return path + "/export?format=" + format + options;
    }

    private String text(String format, String options) {
        return new String(relay.getBytes(export(format, options), session.hostToken()), UTF_8);
    }

    @Test
    void itIsAuditedAndGoneWithTheInterview(@TempDir Path own) throws Exception {
        CreatedSession other;
        try (TestRelay itsOwn = TestRelay.start(own)) {
            other = itsOwn.createSession(new CreateSession("Other", "java"));
            String feedback = "/api/v1/sessions/" + other.id() + "/feedback";
            for (String text : List.of("Fast.", "Fast. Clear.")) {
                String body = ApiCodec.write(new WriteFeedback(text, null));
                itsOwn.send("PUT", feedback, other.hostToken(), body);
            }
            itsOwn.get(feedback, itsOwn.localKey());
            try (TestClient bob = itsOwn.connect()) {
                bob.join(other.invite(Role.CANDIDATE).code().format(), "Bob");
            }
        }
        try (Database database = Database.open(own)) {
            assertThat(database.audit().read(new AuditQuery(other.id(), 0, 1_000)))
                    .extracting(line -> line.entry().deed().word())
                    .containsExactly("session_created", "feedback_written", "feedback_read");
            assertThat(database.feedbacks().of(other.id(), null)).hasSize(1);
            People people = new People(database);
            List<Feedback> aboutBob =
                    people.export(people.named("bob")).sessions().getFirst().feedback();
            assertThat(aboutBob).extracting(Feedback::text).containsExactly("Fast. Clear.");
            assertThat(aboutBob).extracting(Feedback::mine).containsExactly(false);
            database.sessions().delete(other.id(), Doer.HOST);
            assertThat(database.feedbacks().of(other.id(), null)).isEmpty();
        }
    }

    @Test
    void whoWasSentOutReadsNoMore() {
        CreatedSession other = relay.createSession(new CreateSession("Other", "java"));
        try (TestClient ada = relay.connect();
                TestClient eve = relay.connect()) {
            ada.joinAsHost(other.hostToken(), "Ada");
            JsonNode you =
                    eve.join(other.invite(Role.INTERVIEWER).code().format(), "Eve").get("you");
            String token = you.get("resumeToken").asText();
            String feedback = "/api/v1/sessions/" + other.id() + "/feedback";
            assertThat(relay.get(feedback, token).statusCode()).isEqualTo(200);
            assertThat(relay.get(path + "/feedback", token).statusCode()).isEqualTo(404);
            ada.answer(
                    ada.command(
                            "remove_participant",
                            "{'participantId':'%s'}".formatted(you.get("participantId").asText())));
            assertThat(relay.get(feedback, token).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoHasACodeIsToldWhatIsNotedBeforeTheyComeIn() {
        CreatedSession noting =
                relay.createSession(
                        new CreateSession("Talk", null, null, null, List.of(), null, true));
        assertThat(look(noting, Role.CANDIDATE))
                .isEqualTo("{\"role\":\"candidate\",\"facts\":true}");
        assertThat(look(noting, Role.SPECTATOR)).contains("\"spectator\"");
        assertThat(look(session, Role.CANDIDATE)).contains("\"facts\":false");
    }

    private String look(CreatedSession at, Role role) {
        String body = ApiCodec.writeCode(at.invite(role).code().format());
        return relay.send("POST", "/api/v1/invite", null, body).body();
    }

    @Test
    void aListSaysWhetherFactsAreNotedAndHowMany() {
        CreatedSession noting =
                relay.createSession(
                        new CreateSession("Talk", null, null, null, List.of(), null, true));
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(noting.hostToken(), "Ada");
            bob.join(noting.invite(Role.CANDIDATE).code().format(), "Bob");
            ada.answer(ada.command("start_session", "{}"));
            bob.await("session_started");
            bob.answer(bob.command("note_fact", "{'kind':'window_away','durationMs':2000}"));
            bob.answer(
                    bob.command(
                            "note_fact", "{'kind':'pasted_from_outside','doc':'main','length':3}"));
        }
        JsonNode rows =
                TestRelay.json(relay.get("/api/v1/sessions", relay.localKey())).get("items");
        assertThat(rows.findValuesAsText("facts")).startsWith("true", "false");
        assertThat(rows.findValuesAsText("factsNoted")).startsWith("2", "0");
        JsonNode one =
                TestRelay.json(relay.get("/api/v1/sessions/" + noting.id(), relay.localKey()));
        assertThat(one.get("factsNoted").asInt()).isEqualTo(2);
    }
}
