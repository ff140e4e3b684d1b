package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.replay.RecordingLoader;
import dev.tandem.desktop.replay.Talk;
import dev.tandem.desktop.replay.UnreadableRecording;
import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.RoomSession;
import dev.tandem.desktop.start.Memory;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.protocol.wire.SessionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A window in which recordings are opened and read, with keys and mouse.
@ExtendWith(OnStage.class)
final class ReplayPageTest {
    private static final String CODE = "print(40 + 2)\n";

    private final Network network = new Network();
    private final List<RoomSession> sessions = new ArrayList<>();
    private Appearance appearance;
    private Person reader;

    @TempDir Path folder;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        appearance = new Appearance(Theme.LIGHT);
    }

    @BeforeEach
    void sitDown(FxRobot robot) {
        Entrances entrances =
                Fx.call(() -> new Entrances(network, folder.resolve("own"), Memory.ofProcess()));
        reader = Person.at(0, robot, appearance, entrances, "");
    }

    @AfterEach
    void end() {
        Fx.run(() -> {
            sessions.forEach(RoomSession::close);
            reader.stage().hide();
        });
        network.close();
    }

    /// What was recorded by a relay is what its people had, at its end as in the middle.
    @Test
    void anInterviewIsReadAsItWas() throws Exception {
        try (TestRelay relay = new TestRelay(folder.resolve("relay"), true)) {
            Path file = interview(relay);
            Fx.run(() -> reader.window.showRecording(file));
            reader.awaits("#play");
            assertThat(reader.stage().getTitle()).isEqualTo("A talk");
            assertThat(reader.isShown("#chat-input")).isFalse();

            type("]", "]", "]", "]", "]");
            assertThat(reader.words("#speed")).isEqualTo("32 ×");
            press(KeyCode.SPACE);
            awaitEnd();
            compareWith(relay);

            press(KeyCode.HOME);
            reader.awaits("an empty text", () -> reader.code().isEmpty());
            press(KeyCode.RIGHT);
            reader.awaits("the first edit", () -> reader.code().equals(CODE));
            press(KeyCode.RIGHT);
            reader.awaits("the second edit", () -> reader.code().equals("# Mert\n" + CODE));
            press(KeyCode.LEFT);
            reader.awaits("the first edit again", () -> reader.code().equals(CODE));
            press(KeyCode.END);
            reader.awaits("the end", () -> reader.code().startsWith("# Mert"));
            compareWith(relay);
            assertThat(reader.canWrite()).isFalse();
            reader.click("#close-replay").awaits("#join");
        }
    }

    private Path interview(TestRelay relay) throws Exception {
        RoomSession ada = join(relay, relay.host("Ada"));
        RoomSession mert = join(relay, relay.guest(Role.CANDIDATE, "Mert"));
        await(() -> isKnown(ada.runnerProperty().get()));
        Fx.run(ada::start);
        await(() -> mert.may(Capability.EDIT));
        Fx.run(() -> ada.edit(OwnEdit.plain(TextOperation.insert(0, 0, CODE))));
        await(() -> mert.text().equals(CODE));
        Fx.run(() -> mert.edit(OwnEdit.plain(TextOperation.insert(CODE.length(), 0, "# Mert\n"))));
        await(() -> ada.text().startsWith("# Mert"));
        Fx.run(() -> mert.say("Here it is."));
        Runner runner = Fx.call(() -> ada.runnerProperty().get());
        if (runner.offer("python") != null) { // else there is no sandbox here
            Fx.run(() -> mert.run(null));
            await(() -> hasEnded(ada.runsProperty().get().newest()));
        }
        Fx.run(mert::submit);
        await(() -> said(ada).contains("Here it is."));
        Fx.run(ada::end);
        await(() -> mert.sessionProperty().get().endedAt() != null);
        return export(relay);
    }

    private static boolean isKnown(Runner runner) {
        return runner != null && (runner.unavailable() != null || !runner.languages().isEmpty());
    }

    private static boolean hasEnded(Run run) {
        return run != null && run.isOver();
    }

    private static List<String> said(RoomSession session) {
        return session.chat().stream()
                .filter(ChatLine.Message.class::isInstance)
                .map(line -> ((ChatLine.Message) line).text())
                .toList();
    }

    private Path export(TestRelay relay) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(SessionFile.header(relay.details().summary()));
        ApiCodec.readEventPage(relay.log())
                .items()
                .forEach(event -> lines.add(MessageCodec.write(event)));
        return Files.write(folder.resolve("talk.jsonl"), lines);
    }

    private RoomSession join(TestRelay relay, JoinRoom entry) throws Exception {
        RoomSession session = Fx.call(() -> RoomSession.join(network, relay.room(), entry));
        sessions.add(session);
        await(() -> session.youProperty().get() != null);
        return session;
    }

    private void awaitEnd() {
        reader.awaits(
                "the end of the recording",
                () ->
                        words("#play").equals("Play")
                                && words("#whole-time").equals("of " + words("#time")));
    }

    private void compareWith(TestRelay relay) {
        String text =
                relay.details().documents().stream()
                        .filter(document -> document.doc().equals(DocumentId.MAIN))
                        .findFirst()
                        .orElseThrow()
                        .text();
        reader.awaits("the relay's text", () -> reader.code().equals(text));
        reader.awaits("what was said", () -> reader.sees("Here it is."));
        reader.awaits("what was handed in", () -> reader.sees("Mert handed in the code"));
        Run run = Fx.call(() -> sessions.getFirst().runsProperty().get().newest());
        if (run != null) {
            String printed =
                    String.join("", run.transcript().parts().stream().map(p -> p.text()).toList());
            assertThat(printed).isEqualTo("42\n");
            reader.awaits("what was printed", () -> output().equals(printed));
        }
    }

    private String output() {
        return ((GenericStyledArea<?, ?, ?>) find("#output")).getText();
    }

    @Test
    void keysGoEverywhere() throws Exception {
        Talk talk =
                Talk.begun()
                        .type(Talk.MERT, "one", 200)
                        .run(Talk.MERT, 100, "1\n", 0, null)
                        .after(20_000)
                        .type(Talk.ADA, " two", 200)
                        .run(Talk.ADA, 100, "2\n", 1, null)
                        .submit(Talk.MERT)
                        .say(Talk.ADA, "Good.")
                        .end();
        open(_ -> talk.recording());
        reader.awaits("#play");
        pressWith(KeyCode.RIGHT, true, false);
        reader.awaits("the first run", () -> reader.code().equals("one"));
        pressWith(KeyCode.RIGHT, true, false);
        reader.awaits("the second run", () -> reader.code().equals("one two"));
        assertThat(reader.sees("Good.")).isFalse();
        pressWith(KeyCode.RIGHT, false, true);
        reader.awaits("the submission", () -> reader.sees("Mert Demir handed in the code"));
        press(KeyCode.N);
        reader.awaits("the end", () -> reader.sees("Good."));
        pressWith(KeyCode.LEFT, true, false);
        reader.awaits("no chat any more", () -> !reader.sees("Good."));

        press(KeyCode.W);
        reader.awaits("who wrote what", () -> reader.scene().lookup(".written.person-2") != null);
        press(KeyCode.S, KeyCode.F);
        assertThat(Fx.call(() -> isSelected("#skip") || isSelected("#follow"))).isFalse();
        type("]");
        assertThat(reader.words("#speed")).isEqualTo("2 ×");
        type("[", "[");
        assertThat(reader.words("#speed")).isEqualTo("½ ×");
        press(KeyCode.SPACE);
        assertThat(reader.words("#play")).isEqualTo("Pause");
        press(KeyCode.SPACE);
        assertThat(reader.words("#play")).isEqualTo("Play");
    }

    @Test
    void aPersonSelectsAndCopiesWithTheEditorsOwnKeys() throws Exception {
        Talk talk = Talk.begun().append(Talk.MERT, "one\ntwo").end();
        open(_ -> talk.recording());
        reader.awaits("#play");
        press(KeyCode.END);
        reader.awaits("the text", () -> reader.code().equals("one\ntwo"));
        reader.click("#editor");
        press(KeyCode.HOME);
        assertThat(reader.code()).as("the key was the editor's").isEqualTo("one\ntwo");
        Fx.run(() -> area().selectAll());
        assertThat(Fx.call(() -> area().getSelectedText())).isEqualTo("one\ntwo");
        assertThat(Fx.call(() -> isSelected("#follow"))).as("one looks oneself").isFalse();
    }

    @Test
    void aClickOnTheTimeLineGoesThere() throws Exception {
        Talk talk = Talk.begun().after(50_000).append(Talk.MERT, "x").after(50_000).end();
        open(_ -> talk.recording());
        reader.awaits("#play");
        reader.click("#time-line");
        reader.awaits("the middle", () -> !words("#time").equals("−00:03"));
        press(KeyCode.RIGHT);
        reader.awaits("the edit", () -> reader.code().equals("x"));
    }

    @Test
    void whyARecordingCannotBeShownIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("talk.md"), "# A talk");
        Fx.run(() -> reader.window.showRecording(file));
        reader.awaitsWords("#replay-words", "This is no recording of an interview.");
        reader.click("#close-replay").awaits("#join");

        open(_ -> {
            throw new UnreadableRecording("The relay does not answer.");
        });
        reader.awaitsWords("#replay-words", "The relay does not answer.");
    }

    @Test
    void whoGoesBackWaitsForNothing() {
        open(progress -> {
            progress.accept(0.5);
            new CountDownLatch(1).await();
            throw new AssertionError("not interrupted");
        });
        reader.awaitsWords("#replay-words", "Opening the recording…");
        reader.click("#close-replay").awaits("#join").awaits("#open-recording");
    }

    private void open(RecordingLoader loader) {
        InterviewWindow window = reader.window;
        Fx.run(() -> window.showRecording(loader, List.of(), () -> window.showStart("")));
    }

    private String words(String id) {
        return ((Labeled) find(id)).getText();
    }

    private boolean isSelected(String id) {
        return ((ToggleButton) find(id)).isSelected();
    }

    private GenericStyledArea<?, ?, ?> area() {
        return (GenericStyledArea<?, ?, ?>) find(".editor");
    }

    private Node find(String id) {
        return Objects.requireNonNull(reader.scene().lookup(id), id);
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            pressWith(key, false, false);
        }
    }

    private void pressWith(KeyCode key, boolean shift, boolean shortcut) {
        fire(KeyEvent.KEY_PRESSED, "", key, shift, shortcut);
        fire(KeyEvent.KEY_RELEASED, "", key, shift, shortcut);
    }

    private void type(String... signs) {
        for (String sign : signs) {
            fire(KeyEvent.KEY_TYPED, sign, KeyCode.UNDEFINED, false, false);
        }
    }

    private void fire(
            EventType<KeyEvent> type, String sign, KeyCode key, boolean shift, boolean control) {
        Fx.run(() -> {
            Node focused = reader.scene().getFocusOwner();
            Node target = focused == null ? reader.scene().getRoot() : focused;
            Event.fireEvent(
                    target, new KeyEvent(type, sign, sign, key, shift, control, false, false));
        });
        Fx.waitForFrames();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Fx.call(condition));
    }
}
