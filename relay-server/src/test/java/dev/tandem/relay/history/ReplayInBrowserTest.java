package dev.tandem.relay.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import dev.tandem.relay.sessionlog.Database;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The exported page in a real browser: opened from the disk, with the network off.
class ReplayInBrowserTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String HOSTILE = "</script><!--<b id=x>\u2028\u202e😀 &amp;";

    @TempDir static Path folder;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        browser.before(PlayedPage.QUICK_FRAMES);
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anHourIsSmallAndPlaysToItsEnd() throws Exception {
        Screenplay hour = AnHour.make();
        Path file = store(hour);

        assertThat(hour.durationMs()).isBetween(55 * 60_000L, 65 * 60_000L);
        assertThat(Files.size(file)).isLessThanOrEqualTo(MEGABYTE);
        PlayedPage page = assertPlays(file, hour.events());
        page.photograph(Path.of("target", "pictures"));
    }

    private Path store(Screenplay hour) throws Exception {
        Path file = Path.of("target", "hour.html").toAbsolutePath();
        try (Database database = Database.open(folder.resolve("signer"));
                OutputStream out = Files.newOutputStream(file)) {
            new Exports(hour.log(), database.signer(), null)
                    .write(hour.summary(), ExportFormat.HTML, ExportOptions.USUAL, out);
        }
        return file;
    }

    @Test
    void anInterviewIsShownAsTheRelayHasIt() throws Exception {
        try (TestRelay relay =
                TestRelay.start(folder.resolve("relay"), o -> o.set("runs.on", "true"))) {
            CreatedSession session =
                    relay.createSession(
                            new CreateSession(
                                    "</title><b>",
                                    "bash",
                                    "echo '" + HOSTILE + "'",
                                    null,
                                    List.of("<tag>"),
                                    null));
            interview(relay, session);
            String path = "/api/v1/sessions/" + session.id().value();
            String log = relay.get(path + "/events", session.hostToken()).body();
            String page = relay.get(path + "/export?format=html", session.hostToken()).body();
            List<LoggedEvent> events = ApiCodec.readEventPage(log).items();

            boolean ran = relay.get("/health/ready", null).body().contains("\"ready\"");
            assertThat(RoomRules.fold(events).runs().all()).hasSize(ran ? 2 : 0);
            assertThat(page).doesNotContain("<b>", "Bob");
            Path file = Files.writeString(folder.resolve("interview.html"), page);
            PlayedPage played = assertPlays(file, events);
            assertThat(browser.eval("document.title").asText()).startsWith("</title><b>");
            assertThat(played.texts("#x")).isEmpty();
            played.assertAccessible();
            assertFeedbackIsShownIfAskedFor(relay, session);
        }
    }

    private static void assertFeedbackIsShownIfAskedFor(TestRelay relay, CreatedSession session)
            throws Exception {
        String path = "/api/v1/sessions/" + session.id().value();
        String feedback = ApiCodec.write(new WriteFeedback(HOSTILE + "\nHire.", null));
        relay.send("PUT", path + "/feedback", session.hostToken(), feedback);
        String export = path + "/export?format=html&private=";
        for (boolean asked : List.of(false, true)) {
            String page = relay.get(export + asked, session.hostToken()).body();
            Path file = Files.writeString(folder.resolve("feedback-" + asked + ".html"), page);
            PlayedPage played = PlayedPage.open(browser, file);
            assertThat(hasFeedback()).isEqualTo(asked);
            assertThat(played.texts("#feedback .text"))
                    .isEqualTo(asked ? List.of(HOSTILE + "\nHire.") : List.of());
            assertThat(played.texts("#x")).isEmpty();
            played.assertSound();
        }
    }

    private static boolean hasFeedback() throws Exception {
        return !browser.eval("part('feedbackTab').hidden").asBoolean();
    }

    private static void interview(TestRelay relay, CreatedSession session) {
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada <i>");
            bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob " + HOSTILE);
            ada.answer(ada.command("start_session", "{}"));
            bob.await("session_started");
            ada.answer(
                    ada.command(
                            "open_document",
                            "{'doc':'<n>','name':'<n>.md','language':'markdown','text':''}"));
            bob.answer(edit(bob, "<n>", 0, "['" + "line 😀\\n".repeat(12) + "']"));
            ada.answer(edit(ada, "<n>", 1, "[8,'" + HOSTILE + "',-8,80]"));
            bob.answer(edit(bob, "main", 0, "['# 你好\\n'," + (HOSTILE.length() + 7) + "]"));
            ada.answer(ada.command("chat_message", "{'text':'%s'}".formatted(HOSTILE)));
            bob.answer(bob.command("chat_message", "{'text':'\u0627\u0644\\n</script>'}"));
            run(bob, "{'doc':'main'}");
            ada.answer(
                    ada.command(
                            "set_tests",
                            "{'doc':'main','tests':[{'name':'<u>','stdin':'a','expected':'b'},"
                                    + "{'name':'closed','expected':'no','hidden':true}]}"));
            run(bob, "{'doc':'main','tests':true}");
            bob.answer(bob.command("submit_code", "{'doc':'main'}"));
            ada.answer(ada.command("end_session", "{}"));
        }
    }

    private static long edit(TestClient client, String doc, int revision, String operation) {
        return client.command(
                "code_update",
                "{'doc':'%s','revision':%d,'operation':%s}".formatted(doc, revision, operation));
    }

    /// Where there is no sandbox nothing is run, and the page has nothing of it to show.
    private static void run(TestClient client, String payload) {
        JsonNode answer = client.answer(client.command("run_code", payload));
        if (answer.get("type").asText().equals("ack")) {
            client.await("run_finished");
        }
    }

    private static PlayedPage assertPlays(Path file, List<LoggedEvent> events) {
        RoomState end = RoomRules.fold(events);
        PlayedPage page = PlayedPage.open(browser, file);
        page.playToTheEnd();
        end.documents().values().forEach(page::assertShows);
        assertThat(page.texts("#chat .text"))
                .isEqualTo(
                        events.stream()
                                .filter(logged -> logged.event() instanceof ChatMessage)
                                .map(logged -> ((ChatMessage) logged.event()).text())
                                .toList());
        end.runs().all().forEach(page::assertShows);
        page.assertSound();
        browser.eval("player.goTo(player.log.length)");
        return page;
    }
}
