package dev.tandem.desktop.coderun;

import java.util.ArrayList;
import java.util.List;

/// Reads what a program wrote for a terminal, however it is cut: colours are kept, every other
/// escape sequence is dropped, and lines end in one way. A carriage return alone, by which a
/// terminal writes over a line, begins a new one: nothing that was printed is lost.
final class AnsiReader {
    /// A sequence that is longer is none, and what follows is text again.
    private static final int LONGEST = 4_096;

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';

    private enum Place {
        TEXT,
        ESCAPED,
        /// In the parameters of a control sequence.
        CONTROL,
        /// In a text for the terminal, such as a title.
        STRING,
        STRING_ESCAPED
    }

    private final StringBuilder parameters = new StringBuilder();
    private Place place = Place.TEXT;
    private int length;
    private Ink ink = Ink.PLAIN;
    private boolean returned;

    private final StringBuilder run = new StringBuilder();
    private List<InkedText> pieces = new ArrayList<>();

    List<InkedText> read(String text) {
        pieces = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            read(text.charAt(i));
        }
        flush();
        return pieces;
    }

    private void read(char c) {
        if (++length > LONGEST && place != Place.TEXT) {
            place = Place.TEXT;
        }
        switch (place) {
            case TEXT -> text(c);
            case ESCAPED -> escaped(c);
            case CONTROL -> control(c);
            case STRING -> {
                if (c == BELL || c == '\u009c') {
                    place = Place.TEXT;
                } else if (c == ESCAPE) {
                    place = Place.STRING_ESCAPED;
                }
            }
            case STRING_ESCAPED -> place = c == '\\' ? Place.TEXT : Place.STRING;
        }
    }

    private void text(char c) {
        if (returned && c != '\n') {
            run.append('\n');
        }
        returned = c == '\r';
        switch (c) {
            case '\r' -> {}
            case ESCAPE -> begin(Place.ESCAPED);
            case '\u009b' -> begin(Place.CONTROL);
            case '\u0090', '\u0098', '\u009d', '\u009e', '\u009f' -> begin(Place.STRING);
            default -> run.append(c);
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '[' -> begin(Place.CONTROL);
            case ']', 'P', 'X', '^', '_' -> begin(Place.STRING);
            default -> {
                boolean goesOn = ' ' <= c && c <= '/';
                place = goesOn ? Place.ESCAPED : Place.TEXT;
                if (c < ' ') {
                    text(c);
                }
            }
        }
    }

    private void control(char c) {
        if ('@' <= c && c <= '~') {
            place = Place.TEXT;
            if (c == 'm') {
                flush();
                ink = ink.after(parameters.toString());
            }
        } else if (c < ' ') {
            place = Place.TEXT; // no sequence after all
            text(c);
        } else {
            parameters.append(c);
        }
    }

    private void begin(Place next) {
        place = next;
        length = 0;
        parameters.setLength(0);
    }

    private void flush() {
        if (!run.isEmpty()) {
            pieces.add(new InkedText(run.toString(), ink.classes()));
            run.setLength(0);
        }
    }
}
