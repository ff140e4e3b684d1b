package dev.tandem.desktop.coderun;

import dev.tandem.desktop.fx.Unseen;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.RunPart;
import dev.tandem.protocol.room.RunPart.Printed;
import dev.tandem.protocol.room.RunPart.Typed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Puts down what was printed and typed in a run as one text, as a terminal would: each stream in
/// its look, and what was typed behind what was printed before. A very long line is broken, since
/// laying one out takes longer than a frame.
final class Printer {
    static final int LONGEST_LINE = 2_000;

    private final Map<RunStream, AnsiReader> readers = new EnumMap<>(RunStream.class);
    private int column;

    List<InkedText> print(RunPart part) {
        List<InkedText> pieces = new ArrayList<>();
        switch (part) {
            case Printed(RunStream stream, String text) -> {
                for (InkedText piece : reader(stream).read(text)) {
                    add(stream == RunStream.STDERR ? piece.with("stderr") : piece, pieces);
                }
            }
            case Typed typed -> add(typed(typed), pieces);
        }
        return pieces;
    }

    private AnsiReader reader(RunStream stream) {
        return readers.computeIfAbsent(stream, _ -> new AnsiReader());
    }

    /// An input that ends within a line has its end here: what is printed then has its own.
    private InkedText typed(Typed typed) {
        String text = typed.text().replace("\r\n", "\n").replace('\r', '\n');
        String begun = column == 0 && !text.isEmpty() ? "› " + text : text;
        boolean open = typed.eof() && !text.isEmpty() && !text.endsWith("\n");
        return new InkedText(open ? begun + "\n" : begun, List.of("typed"));
    }

    /// What is not to be seen is pointed out.
    private void add(InkedText piece, List<InkedText> pieces) {
        InkedText whole = broken(piece);
        String text = whole.text();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (Unseen.isAt(text, at)) {
                if (from < at) {
                    pieces.add(new InkedText(text.substring(from, at), whole.classes()));
                }
                pieces.add(new InkedText(text.substring(at, at + 1), List.of("unseen")));
                from = at + 1;
            }
        }
        if (from < text.length()) {
            pieces.add(new InkedText(text.substring(from), whole.classes()));
        }
    }

    private InkedText broken(InkedText piece) {
        StringBuilder broken = new StringBuilder(piece.text().length());
        for (int i = 0; i < piece.text().length(); i++) {
            char c = piece.text().charAt(i);
            if (c == '\n') {
                column = 0;
            } else if (column >= LONGEST_LINE && !Character.isLowSurrogate(c)) {
                broken.append('\n');
                column = 1;
            } else {
                column++;
            }
            broken.append(c);
        }
        return new InkedText(broken.toString(), piece.classes());
    }
}
