package dev.tandem.protocol.room;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.RunStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A piece of what a run looks like to who follows it: printed by the program, or typed for it.
public sealed interface RunPart {
    String text();

    /// A later part of its text.
    RunPart from(int index);

    /// The beginning of its text; what was said of its end is not in it.
    RunPart upTo(int index);

    /// Of the text, in UTF-8.
    default int bytes() {
        return text().getBytes(StandardCharsets.UTF_8).length;
    }

    /// Written by the program or its compiler.
    record Printed(RunStream stream, String text) implements RunPart {
        @Override
        public Printed from(int index) {
            return new Printed(stream, text.substring(index));
        }

        @Override
        public Printed upTo(int index) {
            return new Printed(stream, text.substring(0, index));
        }
    }

    /// Typed by somebody.
    ///
    /// @param eof whether it was said that nothing follows
    record Typed(@Nullable ParticipantId by, String text, boolean eof) implements RunPart {
        @Override
        public Typed from(int index) {
            return new Typed(by, text.substring(index), eof);
        }

        @Override
        public Typed upTo(int index) {
            return new Typed(by, text.substring(0, index), false);
        }
    }
}
