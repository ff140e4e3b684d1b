package dev.tandem.desktop.benchmark;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

/// Writes code as people do: in bursts with pauses, with mistakes that are taken back, with pastes,
/// deletions and undo, at one place after another; the text stays as long as it is. FX thread.
final class Typist {
    private static final int SOME_LINES = 15;
    private static final String PASTE =
            """
            // a helper that was here before
            static int clamp(int value, int low, int high) {
                return Math.max(low, Math.min(high, value));
            }
            """;
    private static final String[] LINES = {
        "for (int i = 0; i < size; i++) {\n",
        "total += order.count() * price;\n",
        "if (total > limit) { total = limit; }\n",
        "var names = new ArrayList<String>();\n",
        "names.add(order.name()); // in order\n",
        "return total;\n",
        "}\n",
    };

    private final Desk desk;
    private final RandomGenerator random;
    private final Consumer<Runnable> keyboard;
    private final Runnable chat;
    private final int mostLines;
    private String line = "";
    private int typed;

    /// @param keyboard presses the key of a letter
    /// @param chat says something
    Typist(Desk desk, long seed, Consumer<Runnable> keyboard, Runnable chat) {
        this.desk = desk;
        this.keyboard = keyboard;
        this.chat = chat;
        random = new SplittableRandom(seed);
        mostLines = lines() + SOME_LINES;
    }

    /// Does the next thing.
    ///
    /// @return how long they wait after it, in milliseconds
    int act() {
        if (typed < line.length()) {
            return type();
        }
        line = "";
        typed = 0;
        if (lines() > mostLines) {
            return deleteLines();
        }
        return switch (random.nextInt(20)) {
            case 0 -> shortcut(KeyCode.Z);
            case 1 -> shortcut(KeyCode.Y);
            case 2, 3 -> goElsewhere();
            case 4 -> paste();
            case 5 -> say();
            case 6, 7 -> think();
            default -> beginLine();
        };
    }

    private int beginLine() {
        line = LINES[random.nextInt(LINES.length)];
        return 500 + random.nextInt(1_500);
    }

    /// One letter in twenty is wrong, is seen, and is taken back.
    private int type() {
        if (random.nextInt(20) == 0) {
            line = line.substring(0, typed) + "q\b" + line.substring(typed);
        }
        char letter = line.charAt(typed++);
        keyboard.accept(() -> desk.press(letter));
        return 60 + random.nextInt(180);
    }

    private int shortcut(KeyCode key) {
        desk.pressWithControl(key);
        return 400;
    }

    private int goElsewhere() {
        int other = random.nextInt(lines());
        desk.area().moveTo(other, desk.area().getParagraphLength(other));
        desk.area().requestFollowCaret();
        return 800;
    }

    private int paste() {
        ClipboardContent copied = new ClipboardContent();
        copied.putString(PASTE);
        Clipboard.getSystemClipboard().setContent(copied);
        desk.pressWithControl(KeyCode.V);
        return 1_000;
    }

    private int deleteLines() {
        int first = random.nextInt(lines() - SOME_LINES);
        desk.area().selectRange(start(first), start(first + SOME_LINES));
        desk.press('\b');
        return 1_500;
    }

    private int lines() {
        return desk.area().getParagraphs().size();
    }

    private int start(int line) {
        return desk.area().getAbsolutePosition(line, 0);
    }

    private int say() {
        chat.run();
        return 2_000;
    }

    private int think() {
        return 2_000 + random.nextInt(4_000);
    }
}
