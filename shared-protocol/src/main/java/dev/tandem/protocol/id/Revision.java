package dev.tandem.protocol.id;

/// How many operations a document has taken. A document begins at revision 0; the operation that
/// makes revision `n` takes the text from `n - 1` to `n`.
public record Revision(int value) implements Comparable<Revision> {
    public static final Revision ZERO = new Revision(0);

    public Revision {
        if (value < 0) {
            throw new IllegalArgumentException("a revision is not negative: " + value);
        }
    }

    public Revision next() {
        return new Revision(value + 1);
    }

    public boolean isAfter(Revision other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Revision other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
