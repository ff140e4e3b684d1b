package dev.tandem.desktop.demo;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/// Types text as a person does, key by key, on a US keyboard. FX thread.
final class Keyboard {
    private static final Map<Character, KeyCode> PLAIN = new HashMap<>();
    private static final Map<Character, KeyCode> SHIFTED = new HashMap<>();

    static {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            KeyCode code = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter)));
            PLAIN.put(letter, code);
            SHIFTED.put(Character.toUpperCase(letter), code);
        }
        for (int digit = 0; digit <= 9; digit++) {
            KeyCode code = KeyCode.getKeyCode(String.valueOf(digit));
            PLAIN.put((char) ('0' + digit), code);
            SHIFTED.put(")!@#$%^&*(".charAt(digit), code);
        }
        key('-', '_', KeyCode.MINUS);
        key('=', '+', KeyCode.EQUALS);
        key('[', '{', KeyCode.OPEN_BRACKET);
        key(']', '}', KeyCode.CLOSE_BRACKET);
        key('\\', '|', KeyCode.BACK_SLASH);
        key(';', ':', KeyCode.SEMICOLON);
        key('\'', '"', KeyCode.QUOTE);
        key(',', '<', KeyCode.COMMA);
        key('.', '>', KeyCode.PERIOD);
        key('/', '?', KeyCode.SLASH);
        key('`', '~', KeyCode.BACK_QUOTE);
        PLAIN.put(' ', KeyCode.SPACE);
        PLAIN.put('\n', KeyCode.ENTER);
        PLAIN.put('\t', KeyCode.TAB);
    }

    private final Robot robot = new Robot();

    private static void key(char plain, char shifted, KeyCode code) {
        PLAIN.put(plain, code);
        SHIFTED.put(shifted, code);
    }

    /// @throws IllegalArgumentException for a character that such a keyboard does not have
    void type(char character) {
        KeyCode plain = PLAIN.get(character);
        KeyCode shifted = SHIFTED.get(character);
        if (plain != null) {
            robot.keyType(plain);
        } else if (shifted != null) {
            press(KeyCode.SHIFT, shifted);
        } else {
            throw new IllegalArgumentException("no key for U+%04X".formatted((int) character));
        }
    }

    void press(KeyCode modifier, KeyCode code) {
        robot.keyPress(modifier);
        robot.keyType(code);
        robot.keyRelease(modifier);
    }

    void press(KeyCode code) {
        robot.keyType(code);
    }
}
