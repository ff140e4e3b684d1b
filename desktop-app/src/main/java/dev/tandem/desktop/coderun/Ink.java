package dev.tandem.desktop.coderun;

import java.util.ArrayList;
import java.util.List;

/// How a program wants its text to look, by the codes of ECMA-48 for "select graphic rendition".
/// What would hide text is not obeyed.
///
/// @param foreground one of 16 colours, or -1 for that of the window
/// @param background likewise
record Ink(
        int foreground,
        int background,
        boolean bold,
        boolean faint,
        boolean italic,
        boolean underlined,
        boolean inverse) {
    static final Ink PLAIN = new Ink(-1, -1, false, false, false, false, false);

    /// After the parameters of one such sequence, `1;31` for instance.
    Ink after(String parameters) {
        int[] codes = numbers(parameters);
        Ink ink = this;
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i];
            if (code == 38 || code == 48) {
                int color = extended(codes, i + 1);
                ink = code == 38 ? ink.on(color, ink.background) : ink.on(ink.foreground, color);
                i += i + 1 < codes.length && codes[i + 1] == 5 ? 2 : 4;
            } else {
                ink = ink.after(code);
            }
        }
        return ink;
    }

    private Ink after(int code) {
        return switch (code) {
            case 0 -> PLAIN;
            case 1 -> with(true, false, italic, underlined, inverse);
            case 2 -> with(false, true, italic, underlined, inverse);
            case 3 -> with(bold, faint, true, underlined, inverse);
            case 4, 21 -> with(bold, faint, italic, true, inverse);
            case 7 -> with(bold, faint, italic, underlined, true);
            case 22 -> with(false, false, italic, underlined, inverse);
            case 23 -> with(bold, faint, false, underlined, inverse);
            case 24 -> with(bold, faint, italic, false, inverse);
            case 27 -> with(bold, faint, italic, underlined, false);
            case 39 -> on(-1, background);
            case 49 -> on(foreground, -1);
            default -> colored(code);
        };
    }

    private Ink colored(int code) {
        return switch (code / 10) {
            case 3 -> code % 10 < 8 ? on(code % 10, background) : this;
            case 4 -> code % 10 < 8 ? on(foreground, code % 10) : this;
            case 9 -> code % 10 < 8 ? on(8 + code % 10, background) : this;
            case 10 -> code % 10 < 8 ? on(foreground, 8 + code % 10) : this;
            default -> this;
        };
    }

    /// As classes of the style sheet.
    List<String> classes() {
        List<String> classes = new ArrayList<>();
        if (foreground >= 0) {
            classes.add("ansi-" + foreground);
        }
        if (background >= 0) {
            classes.add("ansi-on-" + background);
        }
        if (bold) {
            classes.add("ansi-bold");
        }
        if (faint) {
            classes.add("ansi-faint");
        }
        if (italic) {
            classes.add("ansi-italic");
        }
        if (underlined) {
            classes.add("ansi-underlined");
        }
        if (inverse) {
            classes.add("ansi-inverse");
        }
        return List.copyOf(classes);
    }

    private Ink on(int newForeground, int newBackground) {
        return new Ink(newForeground, newBackground, bold, faint, italic, underlined, inverse);
    }

    private Ink with(
            boolean nowBold,
            boolean nowFaint,
            boolean nowItalic,
            boolean nowUnderlined,
            boolean nowInverse) {
        return new Ink(
                foreground, background, nowBold, nowFaint, nowItalic, nowUnderlined, nowInverse);
    }

    private static int[] numbers(String parameters) {
        String[] parts = parameters.split("[;:]", -1);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            boolean number = parts[i].length() <= 4 && parts[i].chars().allMatch(Ink::isDigit);
            numbers[i] = !number ? -1 : parts[i].isEmpty() ? 0 : Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    private static boolean isDigit(int c) {
        return '0' <= c && c <= '9';
    }

    /// Of the 256 colours, or of all, that of the 16 which is nearest: those can be read on every
    /// ground.
    private static int extended(int[] codes, int at) {
        if (at + 1 < codes.length && codes[at] == 5) {
            return indexed(Math.clamp(codes[at + 1], 0, 255));
        }
        return at + 3 < codes.length && codes[at] == 2
                ? nearest(codes[at + 1], codes[at + 2], codes[at + 3])
                : -1;
    }

    private static int indexed(int index) {
        if (index < 16) {
            return index;
        }
        if (index >= 232) {
            int grey = 8 + 10 * (index - 232);
            return nearest(grey, grey, grey);
        }
        int cube = index - 16;
        return nearest(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
    }

    /// As xterm has them.
    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static int nearest(int red, int green, int blue) {
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        if (most - least < 32) {
            return most < 64 ? 0 : most < 144 ? 8 : most < 216 ? 7 : 15;
        }
        int middle = (most + least) / 2;
        int hue = (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0);
        return most > 200 ? hue + 8 : hue;
    }
}
