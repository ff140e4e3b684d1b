package dev.tandem.protocol.id;

/// Numbers a participant's commands: 1 to 2⁵³−1, strictly growing over all their connections. The
/// relay keeps the highest it took, so a command that is sent twice happens once.
public record CommandId(long value) implements Comparable<CommandId> {
    /// The largest integer that every JSON reader keeps exactly (RFC 8259, section 6).
    public static final long LARGEST = (1L << 53) - 1;

    public CommandId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a command id is 1 to 2^53-1: " + value);
        }
    }

    public static boolean isValid(long value) {
        return value >= 1 && value <= LARGEST;
    }

    @Override
    public int compareTo(CommandId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
