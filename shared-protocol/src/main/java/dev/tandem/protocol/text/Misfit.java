package dev.tandem.protocol.text;

/// Why an operation cannot be applied to a text.
public sealed interface Misfit {

    /// The reason as one plain sentence, with the numbers.
    String message();

    /// The operation is for a text of another length.
    ///
    /// @param operationLength the length the operation spans
    /// @param textLength the length the text has
    record WrongLength(int operationLength, int textLength) implements Misfit {
        @Override
        public String message() {
            return "The operation spans %d code units, but the text has %d."
                    .formatted(operationLength, textLength);
        }
    }

    /// A part begins or ends between the halves of a character.
    ///
    /// @param offset the place in the text before the operation
    record SplitPair(int offset) implements Misfit {
        @Override
        public String message() {
            return "The operation has an edge at offset %d, inside a surrogate pair."
                    .formatted(offset);
        }
    }

    /// An insert holds `\r`; lines end with `\n` alone.
    ///
    /// @param offset the place of the insert in the text before the operation
    /// @param index the place in the inserted text
    record CarriageReturn(int offset, int index) implements Misfit {
        @Override
        public String message() {
            return "The insert at offset %d has a carriage return at index %d; lines end with \\n alone."
                    .formatted(offset, index);
        }
    }

    /// An insert holds half a character.
    ///
    /// @param offset the place of the insert in the text before the operation
    /// @param index the place in the inserted text
    record LoneSurrogate(int offset, int index) implements Misfit {
        @Override
        public String message() {
            return "The insert at offset %d has a lone surrogate at index %d."
                    .formatted(offset, index);
        }
    }
}
