package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.SelfSigned;
import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.connection.KnownRelays;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.Stranger;
import dev.tandem.desktop.connection.Trust;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.desktop.start.Memory;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.RelayServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.matcher.base.NodeMatchers;
import org.testfx.util.WaitForAsyncUtils;

/// A person comes to relays that their computer does not know. The pictures are in
/// `target/pictures`.
@ExtendWith(OnStage.class)
final class TrustQuestionTest {
    private static final String ONE = "5F:0A:91:C4:77:1B:E2:3D:".repeat(4);
    private static final String OTHER = "A0:13:6E:D8:42:F9:05:BC:".repeat(4);

    private Stage stage;

    @Start
    void start(Stage window) {
        Platform.setImplicitExit(false);
        stage = window;
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void looksAsItShould(Theme theme, FxRobot robot) throws Exception {
        Fx.run(() -> {
            Scene scene = new Scene(new VBox(), 900, 600);
            new Appearance(theme).dress(scene);
            stage.setScene(scene);
            stage.show();
        });
        picture("trust", theme, robot, stranger(null));
        picture("trust-changed", theme, robot, stranger(OTHER.substring(0, 95)));
    }

    private static Stranger stranger(String before) {
        return new Stranger(
                "relay.lan",
                ONE.substring(0, 95),
                Instant.parse("2030-01-01T12:00:00Z"),
                Instant.parse("2031-01-01T12:00:00Z"),
                before);
    }

    private void picture(String name, Theme theme, FxRobot robot, Stranger stranger)
            throws Exception {
        Fx.run(() -> TrustQuestion.of(stranger).ask(stage, () -> {}));
        Fx.waitForFrames();
        Scene dialog = Fx.call(() -> robot.lookup(".confirm").query().getScene());
        Pictures.keep(name, theme, Fx.call(() -> Snapshots.of(dialog)));
        Fx.run(() -> dialog.getWindow().hide());
        Fx.waitForFrames();
    }

    @Test
    void isAskedOnceAndAgainWhenTheCertificateChanges(FxRobot robot, @TempDir Path folder)
            throws Exception {
        Appearance appearance = Fx.call(() -> new Appearance(Theme.LIGHT));
        try (Network network = new Network(new Trust(KnownRelays.ofProcess()))) {
            Entrances entrances =
                    Fx.call(() ->
                            new Entrances(network, folder.resolve("own"), Memory.ofProcess()));
            try (RelayServer relay =
                    SelfSigned.relay(Files.createDirectory(folder.resolve("one")))) {
                Person ada = Person.at(0, robot, appearance, entrances, inviteOf(relay));
                ada.fill("#join-name", "Ada").click("#join");
                assertThat(question(robot)).contains("Trust the relay 127.0.0.1?");
                robot.clickOn(".destructive");
                ada.awaits("#editor").awaitsWords("#connection", "Live");
                Person again = Person.at(1, robot, appearance, entrances, inviteOf(relay));
                again.fill("#join-name", "Mert").click("#join").awaits("#editor");
                Fx.run(() -> ada.stage().hide());
                Fx.run(() -> again.stage().hide());
            }
            try (RelayServer other =
                    SelfSigned.relay(Files.createDirectory(folder.resolve("other")))) {
                Person ada = Person.at(0, robot, appearance, entrances, inviteOf(other));
                ada.fill("#join-name", "Ada").click("#join");
                assertThat(question(robot)).contains("is not the one it was");
                // The form behind it has a Cancel of its own.
                Node dialog = robot.lookup(".confirm").query();
                robot.clickOn(robot.from(dialog).lookup("Cancel").queryButton());
                ada.awaits("the reason", () -> ada.sees("not one that this computer trusts"));
                Fx.run(() -> ada.stage().hide());
            }
            entrances.quiet().get(20, TimeUnit.SECONDS);
        }
    }

    private static String inviteOf(RelayServer relay) throws Exception {
        Trust trust = new Trust(KnownRelays.ofProcess());
        try (Network network = new Network(trust)) {
            RelayAddress address = new RelayAddress("127.0.0.1", relay.address().getPort(), true);
            RelayApi api = new RelayApi(address, network);
            api.create(new CreateSession("Test", "java"), null).join();
            trust.agreeTo(trust.stranger("127.0.0.1").orElseThrow());
            CreatedSession session =
                    TestRelay.given(api.create(new CreateSession("Test", "java"), null).join());
            return session.invite(Role.CANDIDATE).link().format();
        }
    }

    private static String question(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () ->
                        robot.lookup(".destructive")
                                .match(NodeMatchers.isVisible())
                                .tryQuery()
                                .filter(TrustQuestionTest::isWithinItsWindow)
                                .isPresent());
        return robot.lookup(".confirm .window-title").queryLabeled().getText();
    }

    /// A dialog grows to what is in it once it is shown; before, its buttons are beyond its end.
    private static boolean isWithinItsWindow(Node button) {
        return Fx.call(() -> {
            Scene scene = button.getScene();
            Bounds bounds = button.localToScene(button.getLayoutBounds());
            return bounds.getWidth() > 0
                    && scene.getWindow().isShowing()
                    && new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()).contains(bounds);
        });
    }
}
