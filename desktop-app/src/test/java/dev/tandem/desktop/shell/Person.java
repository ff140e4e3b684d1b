package dev.tandem.desktop.shell;

import dev.tandem.desktop.editor.CodeEditor;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.history.SaveAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Someone at a window of their own, with a mouse and a keyboard.
final class Person {
    private static final int DEADLINE_SECONDS = 30;

    private final FxRobot robot;
    private final Stage stage;
    final InterviewWindow window;

    private Person(FxRobot robot, Stage stage, InterviewWindow window) {
        this.robot = robot;
        this.stage = stage;
        this.window = window;
    }

    /// Opens a window at its start page.
    ///
    /// @param seat counts from 0. On the screen that is not there windows have no order before and
    ///   behind, so everyone has theirs beside the others'.
    static Person at(
            int seat, FxRobot robot, Appearance appearance, Entrances entrances, String invite) {
        return at(seat, robot, appearance, entrances, invite, SaveAs::ofSystem);
    }

    /// @param saveAs answers where an export is to go
    static Person at(
            int seat,
            FxRobot robot,
            Appearance appearance,
            Entrances entrances,
            String invite,
            SaveAs saveAs) {
        return Fx.call(() -> {
            Stage stage = new Stage();
            InterviewWindow window = new InterviewWindow(stage, appearance, entrances, saveAs);
            window.showStart(invite);
            stage.setX(seat * stage.getWidth());
            stage.setY(0);
            return new Person(robot, stage, window);
        });
    }

    Stage stage() {
        return stage;
    }

    Person click(String id) {
        sitDown();
        robot.clickOn(find(id));
        return this;
    }

    /// Writes into a field, in place of what is in it.
    Person fill(String id, String text) {
        Fx.run(() -> ((TextInputControl) find(id)).clear());
        click(id);
        robot.write(text);
        return this;
    }

    Person write(String text) {
        sitDown();
        robot.write(text);
        return this;
    }

    /// Presses keys where this window's keyboard is. (The robot's own keys go to the window that
    /// was made last: without a screen every window believes it is the active one.)
    Person type(KeyCode... keys) {
        for (KeyCode key : keys) {
            Fx.run(() -> press(scene().getFocusOwner(), key));
            Fx.waitForFrames();
        }
        return this;
    }

    /// Pastes where this window's keyboard is.
    Person paste() {
        Fx.run(() ->
                Event.fireEvent(
                        scene().getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                KeyCode.V,
                                false,
                                true,
                                false,
                                false)));
        Fx.waitForFrames();
        return this;
    }

    private static void press(Node target, KeyCode key) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(target, new KeyEvent(type, "", "", key, false, false, false, false));
        }
    }

    /// Waits until a control is there to be used.
    Person awaits(String id) {
        return awaits(id, () -> isShown(id));
    }

    Person awaitsWords(String id, String part) {
        return awaits(id + " saying “" + part + "”", () -> isShown(id) && words(id).contains(part));
    }

    Person awaits(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS, () -> Fx.call(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for %s; see %s".formatted(what, picture()), e);
        }
        return this;
    }

    String words(String id) {
        return Fx.call(() -> ((Labeled) find(id)).getText());
    }

    String code() {
        return Fx.call(() -> editor().text().toString());
    }

    /// How far the view of the code is to the right of where lines begin.
    double scrolledRight() {
        return Fx.call(() -> ((ScrollBar) find("#editor .scroll-bar:horizontal")).getValue());
    }

    boolean canWrite() {
        return Fx.call(() -> editor().editableProperty().get());
    }

    /// Whether words are anywhere in the window.
    boolean sees(String words) {
        return Fx.call(() -> texts(scene().getRoot()).anyMatch(text -> text.contains(words)));
    }

    private static Stream<String> texts(Node node) {
        Stream<String> own =
                switch (node) {
                    case Labeled labeled -> Stream.ofNullable(labeled.getText());
                    case Text text -> Stream.of(text.getText());
                    default -> Stream.of();
                };
        Stream<String> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(Person::texts)
                        : Stream.of();
        return node.isVisible() ? Stream.concat(own, below) : Stream.of();
    }

    boolean isWrong(String id) {
        return Fx.call(() -> scene().lookup(id + ":danger") != null);
    }

    void closeWindow() {
        Fx.run(() ->
                stage.fireEvent(
                        new javafx.stage.WindowEvent(
                                stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    CodeEditor editor() {
        return (CodeEditor) find("#editor");
    }

    Scene scene() {
        return stage.getScene();
    }

    private Path picture() {
        Path file =
                Path.of(
                        "target",
                        "pictures",
                        "waited-in-vain-%s.png".formatted(Integer.toHexString(hashCode())));
        try {
            Snapshots.write(Fx.call(() -> Snapshots.of(scene())), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    boolean isShown(String id) {
        Node node = scene().lookup(id);
        if (node == null || node.isDisabled()) {
            return false;
        }
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    /// Whether a control is shown, and not scrolled out of the window.
    boolean isInView(String id) {
        return isShown(id)
                && new BoundingBox(0, 0, scene().getWidth(), scene().getHeight())
                        .contains(find(id).localToScene(find(id).getLayoutBounds()));
    }

    private Node find(String id) {
        Node node = scene().lookup(id);
        if (node == null) {
            throw new AssertionError("there is no " + id + " in the window");
        }
        return node;
    }

    /// There is one keyboard.
    private void sitDown() {
        Fx.run(stage::requestFocus);
        Fx.waitForFrames();
    }
}
