package dev.tandem.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(OnStage.class)
final class ControlsTest {
    private final VBox room = new VBox(8);
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Scene scene = new Scene(room, 600, 400);
        new Appearance(Theme.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void anAvatarSaysWhoItIsAndWhetherTheyAreHere() {
        Avatar avatar = show(new Avatar("Ada Kaya", new PersonColor(1)));
        assertThat(avatar.getAccessibleText()).isEqualTo("Ada Kaya, connected");
        Fx.run(() -> avatar.connectedProperty().set(false));
        assertThat(avatar.getAccessibleText()).isEqualTo("Ada Kaya, not connected");
    }

    @Test
    void theArrowKeysGoFromTabToTabAndStopAtTheEnds(FxRobot robot) {
        TabStrip strip = show(new TabStrip());
        TabStrip.Tab chat = Fx.call(() -> strip.add("Chat"));
        TabStrip.Tab people = Fx.call(() -> strip.add("People"));
        assertThat(strip.selectedProperty().get()).isSameAs(chat);

        Fx.run(chat::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(strip.selectedProperty().get()).isSameAs(people);
        assertThat(people.isFocused()).isTrue();
        robot.type(KeyCode.LEFT);
        assertThat(strip.selectedProperty().get()).isSameAs(chat);
    }

    @Test
    void aSelectedTabStaysSelectedWhenItIsClickedAgain(FxRobot robot) {
        TabStrip strip = show(new TabStrip());
        TabStrip.Tab chat = Fx.call(() -> strip.add("Chat"));
        robot.clickOn(chat);
        assertThat(chat.isSelected()).isTrue();
        assertThat(strip.selectedProperty().get()).isSameAs(chat);
    }

    @Test
    void copyingSaysSoForAMomentAndMovesNothing(FxRobot robot) throws Exception {
        CopyButton copy = new CopyButton("Copy the link", "Copy", () -> "K7QF-9M2P-XN4D");
        Button neighbour = new Button("Next");
        show(new HBox(8, copy, neighbour));
        Bounds before = bounds(neighbour);

        robot.clickOn(copy);
        assertThat(copy.getText()).isEqualTo("Copied");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("K7QF-9M2P-XN4D");
        assertThat(bounds(neighbour)).isEqualTo(before);
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> copy.getText().equals("Copy the link"));
        assertThat(bounds(neighbour)).isEqualTo(before);
    }

    @Test
    void aSentenceBelowAFieldMovesNothing() {
        LabelledField<TextField> field = new LabelledField<>("Your name", new TextField());
        Button below = new Button("Join");
        show(new VBox(field, below));
        Bounds before = bounds(below);

        Fx.run(() -> field.error("A name has at least one letter. ".repeat(3)));
        assertThat(bounds(below)).isEqualTo(before);
        assertThat(field.control().getAccessibleHelp()).startsWith("A name has");
        assertThat(field.control().getPseudoClassStates())
                .anyMatch(s -> s.getPseudoClassName().equals("danger"));
        Fx.run(field::clear);
        assertThat(field.control().getPseudoClassStates())
                .noneMatch(s -> s.getPseudoClassName().equals("danger"));
    }

    @Test
    void enterAndEscapeMeanNo(FxRobot robot) {
        AtomicInteger yes = new AtomicInteger();
        for (KeyCode key : new KeyCode[] {KeyCode.ENTER, KeyCode.ESCAPE}) {
            ask(yes);
            robot.type(key);
            Fx.waitForFrames();
            assertThat(robot.lookup(".confirm").tryQuery()).isEmpty();
        }
        assertThat(yes).hasValue(0);
    }

    @Test
    void theRedButtonMeansYesAndWearsTheTheme(FxRobot robot) throws Exception {
        AtomicInteger yes = new AtomicInteger();
        ask(yes);
        Snapshots.write(
                Fx.call(() -> Snapshots.of(robot.lookup(".confirm").query().getScene())),
                java.nio.file.Path.of("target", "pictures", "confirm.png"));
        Button red = robot.lookup(".destructive").queryButton();
        assertThat(red.getFont().getFamily()).isEqualTo(Fonts.TEXT_MEDIUM);
        robot.clickOn(red);
        Fx.waitForFrames();
        assertThat(yes).hasValue(1);
        assertThat(robot.lookup(".confirm").tryQuery()).isEmpty();
    }

    private void ask(AtomicInteger yes) {
        Confirm confirm =
                new Confirm(
                        "End the interview for everyone?",
                        "Nobody can write any more; all can still read. This cannot be undone.",
                        "End interview");
        Fx.run(() -> confirm.ask(stage, yes::incrementAndGet));
        Fx.waitForFrames();
    }

    private <N extends Node> N show(N node) {
        Fx.run(() -> room.getChildren().setAll(node));
        Fx.waitForFrames();
        return node;
    }

    private static Bounds bounds(Node node) {
        Fx.waitForFrames();
        return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
    }
}
