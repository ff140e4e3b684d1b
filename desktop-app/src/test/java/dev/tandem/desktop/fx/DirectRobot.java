package dev.tandem.desktop.fx;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;

/// A robot that goes straight to where it clicks and presses one key after the other. TestFX's own
/// sleeps for each step and each key, however soon what they do is done; this one waits at the end
/// until that is laid out.
final class DirectRobot extends FxRobot {
    private final BaseRobot base = robotContext().getBaseRobot();
    private final MouseRobot mouse = robotContext().getMouseRobot();
    private final KeyboardRobot keyboard = robotContext().getKeyboardRobot();

    /// What comes under the mouse may move what is to be clicked.
    @Override
    public FxRobot moveTo(PointQuery point, Motion motion) {
        mouse.moveNoWait(point.query());
        Fx.waitForFrames();
        mouse.moveNoWait(point.query());
        return this;
    }

    @Override
    public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        moveTo(point, motion);
        return clickOn(buttons);
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        mouse.pressNoWait(buttons);
        return release(buttons);
    }

    @Override
    public FxRobot release(MouseButton... buttons) {
        mouse.releaseNoWait(buttons);
        Fx.waitForFrames();
        return this;
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        keyboard.pressNoWait(keys);
        Fx.waitForFrames();
        return this;
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        keyboard.releaseNoWait(keys);
        Fx.waitForFrames();
        return this;
    }

    @Override
    public FxRobot push(KeyCode... combination) {
        keyboard.pressNoWait(combination);
        return release(List.of(combination).reversed().toArray(KeyCode[]::new));
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        Scene scene = robotContext().getWindowFinder().window(Window::isFocused).getScene();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            base.typeKeyboard(scene, key(character), Character.toString(character));
        }
        Fx.waitForFrames();
        return this;
    }

    private static KeyCode key(char character) {
        return switch (character) {
            case '\n' -> KeyCode.ENTER;
            case '\t' -> KeyCode.TAB;
            default -> KeyCode.UNDEFINED;
        };
    }
}
