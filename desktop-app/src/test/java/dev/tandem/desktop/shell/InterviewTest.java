package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.stage.WindowHelper;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.demo.Cable;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.start.Memory;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.relay.RelayServer;
import dev.tandem.relay.config.RelayConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// An interview through real windows, by mouse and keys, over a real relay.
@ExtendWith(OnStage.class)
final class InterviewTest {
    private static final String TITLE = "Backend engineer, first talk";

    private final List<Person> people = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private final Network network = new Network();
    private FxRobot robot;
    private Appearance appearance;
    private Entrances entrances;

    @TempDir Path data;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        appearance = new Appearance(Theme.LIGHT);
    }

    @BeforeEach
    void begin(FxRobot robot) {
        this.robot = robot;
        this.entrances = Fx.call(() -> new Entrances(network, data, Memory.ofProcess()));
    }

    @AfterEach
    void closeEverything() throws Exception {
        Fx.run(() -> people.forEach(person -> person.stage().hide()));
        entrances.quiet().get(20, TimeUnit.SECONDS);
        cables.forEach(Cable::close);
        network.close();
    }

    @Test
    void aWholeInterview() {
        Person ada = host("Ada Kaya");
        assertThat(ada.stage().getTitle()).isEqualTo(TITLE);
        assertThat(ada.words("#timer")).isEqualTo("Not started");

        Person mert = join("Mert Demir", inviteOf(ada).format());
        mert.awaitsWords("#notice", "as soon as the interviewer starts");
        assertThat(mert.canWrite()).isFalse();
        ada.awaitsWords("#tab-people", "People 2");

        ada.click("#start-interview").awaitsWords("#status", "Live");
        mert.awaits("the right to write", mert::canWrite);
        mert.awaitsWords("#timer", "00:0").awaitsWords("#connection", "ms");

        mert.click("#editor").write("print(1)");
        ada.awaits("what Mert wrote", () -> ada.code().equals("print(1)"));
        ada.click("#editor").type(KeyCode.END, KeyCode.ENTER).write("print(2)");
        mert.awaits("what Ada wrote", () -> mert.code().equals("print(1)\nprint(2)"));

        ada.click(".avatar-button").awaitsWords("#follow-pill > .label", "Following Mert Demir");
        mert.click("#editor").write("#".repeat(200));
        ada.awaits("the end of Mert's long line", () -> ada.scrolledRight() > 0);
        ada.click("#editor");
        ada.awaits("that she looks around by herself", () -> !ada.isShown("#follow-pill"));

        mert.click("#chat-input").write("Hello Ada").type(KeyCode.ENTER);
        ada.awaits("the message", () -> ada.sees("Hello Ada"));
        assertThat(ada.sees("Mert Demir joined")).isTrue();

        ada.click("#end-interview").type(KeyCode.ENTER);
        assertThat(ada.words("#status")).isEqualTo("Live");
        ada.click("#end-interview");
        robot.clickOn(".destructive");
        for (Person person : people) {
            person.awaitsWords("#status", "Ended").awaitsWords("#notice", "has ended");
            assertThat(person.canWrite()).isFalse();
            assertThat(person.code()).startsWith("print(1)\nprint(2)");
            assertThat(person.sees("Hello Ada")).isTrue();
        }
        mert.click("#leave").awaits("#join");
    }

    @Test
    void aLostConnectionLosesNothing() {
        Person ada = host("Ada");
        InviteLink link = inviteOf(ada);
        Cable cable = new Cable(link.port());
        cables.add(cable);
        Person mert =
                join(
                        "Mert",
                        new InviteLink("127.0.0.1", cable.port(), link.code(), false).format());
        ada.click("#start-interview");
        mert.awaits("the right to write", mert::canWrite);
        mert.click("#editor").write("one ");
        ada.awaits("the first word", () -> ada.code().equals("one "));

        cable.cut();
        mert.awaitsWords("#status", "Offline").awaitsWords("#connection", "Reconnecting");
        mert.awaitsWords("#notice", "Keep typing");
        ada.awaits("that Mert is away", () -> ada.sees("Mert lost the connection"));
        mert.click("#editor").type(KeyCode.END).write("two ");
        ada.click("#editor").type(KeyCode.HOME).write("zero ");
        mert.awaitsWords("#saved", "Not sent yet");
        assertThat(mert.code()).isEqualTo("one two ");

        cable.mend();
        mert.awaitsWords("#connection", "ms").awaitsWords("#saved", "In sync");
        mert.awaits("Ada's word", () -> mert.code().equals("zero one two "));
        ada.awaits("Mert's word", () -> ada.code().equals("zero one two "));
        ada.awaits("that Mert is back", () -> ada.sees("Mert is back"));
    }

    @Test
    void whatIsWrongIsSaidWhereItIsWrong() throws Exception {
        RelayConfig config =
                RelayConfig.defaults(data).with().port(0).set("runs.on", "false").build();
        int port;
        try (RelayServer relay = RelayServer.start(config)) {
            port = relay.address().getPort();
            Person mert = Person.at(0, robot, appearance, entrances, "");
            people.add(mert);
            mert.fill("#join-code", "K7QF9M2PXN4D").fill("#join-name", "Mert");
            mert.fill("#join-relay", "127.0.0.1:" + port).type(KeyCode.ENTER);
            mert.awaits("a word about the code", () -> mert.isWrong("#join-code"));
            assertThat(mert.words("#join")).isEqualTo("Join");
        }
        Person mert = people.getFirst();
        mert.click("#join").awaits("a word about the relay", () -> mert.isWrong("#join-relay"));
    }

    @Test
    void closingTheWindowOfWhoHostsAsksFirst() {
        Person ada = host("Ada");
        Person mert = join("Mert", inviteOf(ada).format());
        ada.click("#start-interview").awaitsWords("#status", "Live");

        ada.closeWindow();
        ada.awaits("the question", () -> robot.lookup(".confirm").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        assertThat(ada.stage().isShowing()).isTrue();

        ada.closeWindow();
        ada.awaits("the question", () -> robot.lookup(".confirm").tryQuery().isPresent());
        robot.clickOn(".destructive");
        ada.awaits("the window to close", () -> !ada.stage().isShowing());
        mert.awaitsWords("#notice", "has ended");
    }

    @Test
    void whatACandidatesWindowNotesIsToldBeforeAndSeenByBoth() {
        copy("copied elsewhere");
        Person ada = host("Ada", true);
        String link = inviteOf(ada).format();
        copy("copied elsewhere"); // not the invite
        Person mert = Person.at(people.size(), robot, appearance, entrances, link);
        people.add(mert);
        mert.awaitsWords("#recorded-facts", "It also notes that you paste or drop");
        mert.fill("#join-name", "Mert").click("#join");
        mert.awaits("#editor").awaitsWords("#connection", "Live");
        ada.click("#start-interview").awaitsWords("#status", "Live");
        mert.awaits("the right to write", mert::canWrite);

        mert.click("#editor").paste();
        ada.awaits("what Mert pasted", () -> ada.code().equals("copied elsewhere"));
        allWindows(true);
        long left = System.nanoTime();
        mert.awaits("two seconds and more", () -> System.nanoTime() - left > 2_200_000_000L);
        allWindows(false);

        for (Person person : people) {
            person.click("#tab-recorded");
            person.awaits(
                    "the paste",
                    () -> person.sees("Mert pasted 16 characters from outside the window"));
            person.awaits("the time away", () -> person.sees("Mert was away from the window, "));
        }
    }

    /// Another program comes to the front, or goes away again. There is none without a screen, so
    /// the windows are told what a platform would tell them.
    private void allWindows(boolean away) {
        Fx.run(() ->
                List.copyOf(Window.getWindows())
                        .forEach(window -> WindowHelper.setFocused(window, !away)));
        assertThat(Fx.call(() -> Window.getWindows().stream().noneMatch(Window::isFocused)))
                .isEqualTo(away);
    }

    private static void copy(String text) {
        Fx.run(() ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private Person host(String name) {
        return host(name, false);
    }

    private Person host(String name, boolean facts) {
        Person person = Person.at(people.size(), robot, appearance, entrances, "");
        people.add(person);
        person.fill("#host-title", TITLE).fill("#host-name", name);
        if (facts) {
            person.click("#host-facts");
        }
        person.click("#host");
        return person.awaits("#start-interview").awaitsWords("#connection", "Live");
    }

    @Test
    void aCodeIsRevokedAndAnotherOneMade() throws Exception {
        Person ada = host("Ada");
        InviteLink old = inviteOf(ada);
        ada.click("#invite");
        robot.clickOn("#revoke-candidate");
        ada.awaits("a new code to be offered", () -> isThere("#new-code-candidate"));
        robot.type(KeyCode.ESCAPE);

        Person mert = Person.at(people.size(), robot, appearance, entrances, old.format());
        people.add(mert);
        mert.fill("#join-name", "Mert").click("#join");
        mert.awaits("the reason", () -> mert.sees("has closed this way in"));

        ada.click("#invite");
        robot.clickOn("#new-code-candidate");
        ada.awaits("the code", () -> isThere("#copy-code-candidate"));
        robot.clickOn("#copy-link-candidate");
        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        InviteLink fresh = InviteLink.parse(copied).orElseThrow();
        assertThat(fresh.code()).isNotEqualTo(old.code());
        join("Zeynep", fresh.format());
    }

    private boolean isThere(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private InviteLink inviteOf(Person host) {
        host.click("#invite");
        robot.clickOn("#copy-link-candidate").type(KeyCode.ESCAPE);
        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        return InviteLink.parse(copied).orElseThrow();
    }

    private Person join(String name, String link) {
        Person person = Person.at(people.size(), robot, appearance, entrances, link);
        people.add(person);
        person.fill("#join-name", name).click("#join");
        return person.awaits("#editor").awaitsWords("#connection", "Live");
    }
}
