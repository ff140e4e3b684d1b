package dev.tandem.relay.room;

/// So many a second for ever, and some more at a time after a pause. For one thread.
public final class Pace {
    /// What one costs. A millisecond brings in as much as there may be in a second.
    private static final long PRICE = 1_000;

    private final int perSecond;
    private final long most;
    private long left;
    private long at;

    /// A pace at which `burst` can be taken at once.
    public Pace(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.most = burst * PRICE;
        this.left = most;
    }

    /// Takes one, if there is one.
    ///
    /// @param now milliseconds of any clock
    /// @return 0 if it was taken, else in how many milliseconds there will be one
    public long take(long now) {
        long passed = Math.clamp(now - at, 0, most);
        left = Math.min(most, left + passed * perSecond);
        at = now;
        if (left >= PRICE) {
            left -= PRICE;
            return 0;
        }
        return Math.ceilDiv(PRICE - left, perSecond);
    }
}
