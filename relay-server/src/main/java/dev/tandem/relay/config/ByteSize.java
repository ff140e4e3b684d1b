package dev.tandem.relay.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes as people write it: `512B`, `64KiB`, `1MiB`, `2GiB`.
public record ByteSize(long bytes) implements Comparable<ByteSize> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(B|KiB|MiB|GiB)");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");

    static ByteSize parse(String written) throws BadValue {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw BadValue.isNo(written, "size; write for instance 512KiB or 1MiB");
        }
        return new ByteSize(Long.parseLong(parts.group(1)) * unit(UNITS.indexOf(parts.group(2))));
    }

    /// What is written as a size; empty where nothing is.
    public static Optional<ByteSize> of(String written) {
        try {
            return Optional.of(parse(written));
        } catch (BadValue e) {
            return Optional.empty();
        }
    }

    /// The bytes, of which there are less than 2 GiB.
    public int toInt() {
        return Math.toIntExact(bytes);
    }

    @Override
    public int compareTo(ByteSize other) {
        return Comparator.comparingLong(ByteSize::bytes).compare(this, other);
    }

    /// In the largest unit of which it is a whole number.
    @Override
    public String toString() {
        int unit = 0;
        while (unit + 1 < UNITS.size() && bytes > 0 && bytes % unit(unit + 1) == 0) {
            unit++;
        }
        return bytes / unit(unit) + UNITS.get(unit);
    }

    private static long unit(int index) {
        return 1L << (10 * index);
    }
}
