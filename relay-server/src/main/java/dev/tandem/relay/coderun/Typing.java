package dev.tandem.relay.coderun;

import dev.tandem.relay.coderun.sandbox.Box;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people type for a program, kept until it begins. Any thread.
final class Typing {
    private final List<byte[]> early = new ArrayList<>();
    private boolean ended;
    private @Nullable Box box;

    synchronized void type(String text, boolean eof) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (box == null) {
            early.add(bytes);
            ended = ended || eof;
            return;
        }
        box.type(bytes);
        if (eof) {
            box.endInput();
        }
    }

    /// The program begins.
    synchronized void goTo(Box program) {
        box = program;
        early.forEach(program::type);
        early.clear();
        if (ended) {
            program.endInput();
        }
    }
}
