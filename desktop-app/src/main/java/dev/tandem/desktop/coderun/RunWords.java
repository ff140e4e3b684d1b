package dev.tandem.desktop.coderun;

import dev.tandem.protocol.message.Runner.Offer;
import dev.tandem.protocol.message.Runner.RunLimits;
import java.util.Locale;

/// Times and sizes of runs in words.
final class RunWords {
    private static final long MEGABYTE = 1_000_000;

    private RunWords() {}

    /// `41 ms`, `3.2 s`, `2 min 5 s`.
    static String time(long ms) {
        if (ms < 1_000) {
            return ms + " ms";
        }
        if (ms < 60_000) {
            return ms % 1_000 == 0
                    ? ms / 1_000 + " s"
                    : String.format(Locale.ENGLISH, "%.1f s", ms / 1_000.0);
        }
        long seconds = ms / 1_000;
        return seconds % 60 == 0
                ? seconds / 60 + " min"
                : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }

    /// `900 kB`, `12 MB`, `1.5 GB`; limits are often powers of two, and are told as such.
    static String size(long bytes) {
        long unit = bytes % (1 << 20) == 0 ? 1 << 20 : MEGABYTE;
        long megabytes = Math.round((double) bytes / unit);
        if (megabytes == 0) {
            return Math.max(1, Math.round(bytes / 1_000.0)) + " kB";
        }
        if (megabytes < 1_000) {
            return megabytes + " MB";
        }
        double gigabytes = unit == MEGABYTE ? megabytes / 1_000.0 : megabytes / 1_024.0;
        String words = String.format(Locale.ENGLISH, "%.1f", gigabytes);
        return (words.endsWith(".0") ? words.substring(0, words.length() - 2) : words) + " GB";
    }

    /// `1st`, `2nd`, `3rd`, `4th`.
    static String place(int place) {
        boolean teen = place / 10 % 10 == 1;
        return place
                + switch (teen ? 0 : place % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /// What is run, and how much of everything it may take.
    static String limits(Offer offer) {
        RunLimits limits = offer.limits();
        return "%s %s. A run may take %s, or %s if you type for it; %s of processor time, %s of memory and %s of output."
                .formatted(
                        offer.name(),
                        offer.version(),
                        time(limits.wallMs()),
                        time(limits.interactiveMs()),
                        time(limits.cpuMs()),
                        size(limits.memoryBytes()),
                        size(limits.outputBytes()));
    }
}
