package dev.tandem.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.start.Doorway.Cause;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.desktop.start.Doorway.Host;
import dev.tandem.desktop.start.Doorway.Join;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.role.Role;
import java.io.IOException;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What a person does with the start page, by mouse and keys.
@ExtendWith(OnStage.class)
final class StartPageTest {
    private final RecordingDoorway doorway = new RecordingDoorway();
    private final StartModel model = new StartModel(doorway, Memory.ofProcess());
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new Group(), 980, 760);
        new Appearance(Theme.LIGHT).dress(scene);
        StartPage page = new StartPage(model, () -> {}, () -> {}, () -> {});
        scene.setRoot(page);
        stage.setScene(scene);
        stage.show();
        page.focusFirst();
    }

    @Test
    void aCodeIsGroupedWhileItIsTypedAndMended(FxRobot robot) {
        robot.write("k7qf9m2pxn4d");
        assertThat(code().getText()).isEqualTo("K7QF-9M2P-XN4D");
        assertThat(code().getCaretPosition()).isEqualTo(14);

        Fx.run(() -> code().positionCaret(5));
        robot.type(KeyCode.BACK_SPACE);
        assertThat(code().getText()).isEqualTo("K7Q9-M2PX-N4D");
        assertThat(code().getCaretPosition()).isEqualTo(3);
        robot.write("a");
        assertThat(code().getText()).isEqualTo("K7QA-9M2P-XN4D");
        assertThat(code().getCaretPosition()).isEqualTo(5);

        Fx.run(() -> code().positionCaret(4));
        robot.type(KeyCode.DELETE);
        assertThat(code().getText()).isEqualTo("K7QA-M2PX-N4D");
    }

    @Test
    void aPastedLinkIsItsCodeAndItsRelay(FxRobot robot) {
        paste(robot, "Join me: tandem://192.168.1.20:8377/k7qf-9m2p-xn4d now");
        assertThat(code().getText()).isEqualTo("K7QF-9M2P-XN4D");
        assertThat(field("join-relay").getText()).isEqualTo("192.168.1.20:8377");
        assertThat(robot.lookup("From the link.").tryQuery()).isPresent();
    }

    @Test
    void enterJoinsAndTheButtonSaysWhatItDoes(FxRobot robot) {
        robot.write("K7QF9M2PXN4D");
        robot.clickOn("#join-name").write("Mert").type(KeyCode.ENTER);
        assertThat(doorway.requests).hasOnlyElementsOfType(Join.class).hasSize(1);
        assertThat(robot.lookup("#join").queryButton().getText()).isEqualTo("Joining…");
        assertThat(robot.lookup("#join").queryButton().isDisabled()).isTrue();

        robot.clickOn("#join-cancel");
        assertThat(doorway.cancelled).isEqualTo(1);
        assertThat(robot.lookup("#join").queryButton().isDisabled()).isFalse();
    }

    @Test
    void aFailureStandsAtItsFieldAndMovesNothing(FxRobot robot) {
        robot.write("K7QF9M2PXN4D").clickOn("#join-name").write("Mert").clickOn("#join");
        Point2D before = place("join");
        String sentence =
                "No relay answers at 127.0.0.1:8377. Check the address, and that it runs.";
        Fx.run(() -> doorway.watchers.getFirst().failed(new Failure(Cause.RELAY, sentence)));
        Fx.waitForFrames();
        assertThat(robot.lookup(sentence).tryQuery()).isPresent();
        assertThat(place("join")).isEqualTo(before);
        assertThat(scene.getFocusOwner()).isSameAs(field("join-relay"));
    }

    @Test
    void hostsWhereOneChooses(FxRobot robot) {
        robot.clickOn("#host-title").write("First talk");
        robot.clickOn("#host-name").write("Ada");
        robot.clickOn("#host-facts").clickOn("#host-open").clickOn("#host");
        assertThat(doorway.requests)
                .containsExactly(
                        new Host(
                                new Doorway.OnThisComputer(true),
                                "First talk",
                                "python",
                                60,
                                true,
                                "Ada"));
    }

    @Test
    void theRelayAsksForAnAccount(FxRobot robot) {
        robot.clickOn("#host-on-relay").clickOn("#host");
        assertThat(robot.lookup("Write your email address.").tryQuery()).isPresent();
        robot.clickOn("#host-here");
        assertThat(field("host-email").getParent().getParent().getParent().isVisible()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void picturesOfIt(Theme theme) throws IOException {
        Fx.run(() -> new Appearance(theme));
        picture("empty", theme);
        Fx.run(() -> model.prefill("tandem://192.168.1.20:8377/K7QF-9M2P-XN4D"));
        Fx.run(() -> model.join().name().textProperty().set("Mert Demir"));
        picture("filled", theme);
        Fx.run(() -> doorway.told.getLast().accept(new InviteDetails(Role.CANDIDATE, false)));
        picture("nothing-noted", theme);
        Fx.run(() -> doorway.told.getLast().accept(new InviteDetails(Role.CANDIDATE, true)));
        picture("told", theme);
        Fx.run(() -> {
            model.join().name().textProperty().set("");
            model.join().code().textProperty().set("K7QF");
            model.join().relay().textProperty().set("a b");
            model.join().join();
            model.host().hereProperty().set(false);
            model.host().host();
        });
        picture("errors", theme);
        Fx.run(() -> {
            model.host().relay().textProperty().set("relay.example.org");
            model.host().email().textProperty().set("ada@example.org");
            model.host().password().textProperty().set("secret");
            model.host().title().textProperty().set("First talk");
            model.host().name().textProperty().set("Ada");
            model.host().host();
            doorway.watchers
                    .getFirst()
                    .failed(
                            new Failure(
                                    Cause.SECOND_STEP,
                                    "Give the code that your authenticator shows, or a recovery"
                                            + " code."));
            doorway.requests.clear();
        });
        picture("code", theme);
        assertThat(doorway.requests).isEmpty();
    }

    private void picture(String name, Theme theme) throws IOException {
        Fx.waitForFrames();
        Pictures.keep("start-" + name, theme, Fx.call(() -> Snapshots.of(scene)));
    }

    private static void paste(FxRobot robot, String text) {
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
    }

    private TextField code() {
        return field("join-code");
    }

    private TextField field(String id) {
        return (TextField) scene.lookup("#" + id);
    }

    private Point2D place(String id) {
        return Fx.call(() -> scene.lookup("#" + id).localToScene(0, 0));
    }
}
