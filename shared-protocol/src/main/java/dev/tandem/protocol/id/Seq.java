package dev.tandem.protocol.id;

/// The place of an event in its session's log: 1, 2, 3, … 0 stands before the first event.
public record Seq(long value) implements Comparable<Seq> {
    public static final Seq ZERO = new Seq(0);

    public Seq {
        if (value < 0) {
            throw new IllegalArgumentException("a seq is not negative: " + value);
        }
    }

    public Seq next() {
        return new Seq(value + 1);
    }

    public boolean isAfter(Seq other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Seq other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
