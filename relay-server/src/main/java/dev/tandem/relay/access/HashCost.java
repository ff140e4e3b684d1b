package dev.tandem.relay.access;

/// How much work it is to hash a password: the parameters of Argon2id.
record HashCost(int memoryKib, int passes, int lanes) {
    /// What OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane.
    static final HashCost LEAST = new HashCost(19 * 1024, 2, 1);

    private static final int KIB_PER_MIB = 1024;
    private static final int LEAST_MEMORY_KIB = 8; // of Argon2 itself, for each lane

    /// What takes the time, on one machine: how much memory is filled, over all passes.
    long work() {
        return (long) memoryKib * passes;
    }

    boolean isLessThan(HashCost other) {
        return work() < other.work();
    }

    /// What is left to do after `done`, which is less; both together take as long as this.
    HashCost minus(HashCost done) {
        long left = work() - done.work();
        int turns = Math.toIntExact(Math.ceilDiv(left, memoryKib));
        return new HashCost(Math.max((int) (left / turns), lanes * LEAST_MEMORY_KIB), turns, lanes);
    }

    /// The most work that fits: first more memory, which costs whoever guesses most, then more
    /// passes. Never below [#LEAST].
    ///
    /// @param times how often there is time for the least
    static HashCost fitting(double times, int mostKib) {
        double work = LEAST.work() * times;
        int most = Math.max(mostKib, LEAST.memoryKib);
        int memoryKib = (int) Math.clamp(work / LEAST.passes, LEAST.memoryKib, most);
        memoryKib -= memoryKib % KIB_PER_MIB;
        return new HashCost(memoryKib, Math.max((int) (work / memoryKib), LEAST.passes), 1);
    }
}
