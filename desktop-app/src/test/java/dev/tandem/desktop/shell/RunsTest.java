package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.session.RoomSession;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.TextOperation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Two windows in a room of a real relay: what is run, handed in and tested.
@ExtendWith(OnStage.class)
final class RunsTest {
    private final List<RoomSession> sessions = new ArrayList<>();
    private final Network network = new Network();
    private TestRelay relay;
    private Appearance appearance;

    @TempDir Path data;

    /// Someone in the room, and the window of theirs.
    private record Seat(RoomSession session, Scene scene) {
        Node find(String id) {
            Node node = scene.lookup(id);
            if (node == null) {
                throw new AssertionError("there is no " + id);
            }
            return node;
        }
    }

    @Start
    void start(Stage stage) {
        appearance = new Appearance(Theme.LIGHT);
    }

    @AfterEach
    void end() throws Exception {
        Fx.run(() -> sessions.forEach(RoomSession::close));
        network.close();
        relay.close();
    }

    @Test
    void whatIsHandedInIsKeptAndSaid() throws Exception {
        relay = new TestRelay(data, false);
        Seat ada = sit(relay.host("Ada"));
        Seat mert = sit(relay.guest(Role.CANDIDATE, "Mert"));
        Fx.run(ada.session()::start);
        await(() -> mert.session().may(Capability.SUBMIT));
        Fx.run(() -> {
            write(mert, "print(1)");
            mert.session().submit();
        });
        await(() ->
                ada.session().chat().stream()
                        .anyMatch(line -> line.toString().contains("Mert handed in the code")));
        assertThat(relay.log()).contains("code_submitted", "print(1)");
    }

    @Test
    void testsAreSeenByBothButForWhatIsHidden() throws Exception {
        relay = new TestRelay(data, false);
        Seat ada = sit(relay.host("Ada"));
        Seat mert = sit(relay.guest(Role.CANDIDATE, "Mert"));
        List<TestCase> tests =
                List.of(
                        new TestCase("open", "a", "b", false),
                        new TestCase("closed", "secret", "secret", true));
        Fx.run(() -> ada.session().setTests(tests));
        await(() -> ada.session().testsProperty().get().equals(tests));
        await(() -> mert.session().testsProperty().get().size() == 2);
        assertThat(Fx.call(() -> mert.session().testsProperty().get()))
                .containsExactly(
                        new TestCase("open", "a", "b", false),
                        new TestCase("closed", null, null, true));
        assertThat(Fx.call(() -> words(mert, "#tab-tests"))).isEqualTo("Tests 2");
    }

    @Test
    void whyNothingCanBeRunIsSaidInThePanel() throws Exception {
        relay = new TestRelay(data, false);
        Seat ada = sit(relay.host("Ada"));
        await(() -> words(ada, "#output-empty").contains("running code is turned off"));
        assertThat(Fx.call(() -> ada.find("#run").isDisabled())).isTrue();
    }

    /// Where the machine has no sandbox the relay runs nothing, and says so.
    @Test
    void bothSeeWhatIsRunAndOneTypesForIt() throws Exception {
        relay = new TestRelay(data, true);
        Seat ada = sit(relay.host("Ada"));
        Seat mert = sit(relay.guest(Role.CANDIDATE, "Mert"));
        await(() -> isKnown(ada.session().runnerProperty().get()));
        Runner runner = Fx.call(() -> ada.session().runnerProperty().get());
        assumeThat(runner).isNotNull();
        assumeThat(runner.offer("python")).as("a sandbox with Python").isNotNull();
        Fx.run(ada.session()::start);
        await(() -> mert.session().may(Capability.RUN));
        Fx.run(() -> {
            write(mert, "name = input('Who? ')\nprint('Hello,', name)\n");
            ((Button) mert.find("#run")).fire();
        });
        await(() -> output(mert).contains("Who? ") && output(ada).contains("Who? "));
        Fx.run(() -> {
            TextField line = (TextField) mert.find("#run-line");
            line.setText("Ada");
            Event.fireEvent(
                    line,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
        });
        await(() -> output(mert).contains("Hello, Ada") && output(ada).contains("Hello, Ada"));
        await(() ->
                words(ada, "#verdict").equals("exit 0")
                        && words(mert, "#verdict").equals("exit 0"));
        assertThat(Fx.call(() -> words(ada, "#run-story"))).startsWith("Run by Mert, 00:0");
    }

    private static boolean isKnown(@Nullable Runner runner) {
        return runner != null && (runner.unavailable() != null || !runner.languages().isEmpty());
    }

    private static void write(Seat who, String text) {
        who.session().edit(OwnEdit.plain(TextOperation.insert(0, 0, text)));
    }

    private static String output(Seat who) {
        return ((GenericStyledArea<?, ?, ?>) who.find("#output")).getText();
    }

    private static String words(Seat who, String id) {
        return ((Labeled) who.find(id)).getText();
    }

    private Seat sit(JoinRoom entry) throws Exception {
        RoomSession session = Fx.call(() -> RoomSession.join(network, relay.room(), entry));
        sessions.add(session);
        await(() -> session.youProperty().get() != null);
        return new Seat(
                session,
                Fx.call(() -> {
                    Scene scene =
                            new Scene(
                                    new RoomPage(
                                            session, session, session, Invitations.NONE, () -> {}),
                                    960,
                                    640);
                    appearance.dress(scene);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout(); // only then the panes are in it
                    return scene;
                }));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Fx.call(condition));
    }
}
