package dev.tandem.relay.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.relay.bench.Phase.Slice;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// A result for people, and for machines.
public final class Report {
    private static final double MIB = 1 << 20;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};
    private static final ObjectMapper JSON = new ObjectMapper();

    private Report() {}

    /// How one second went.
    static String line(String what, int second, int rooms, Interval interval, long heap) {
        return String.format(
                Locale.ROOT,
                "%s %4d s  %,d rooms  %,6.0f edits/s  to ack p50 %.1f p99 %.1f ms"
                        + "  to peer p50 %.1f p99 %.1f ms  heap %.0f MiB%s",
                what,
                second,
                rooms,
                interval.editsPerSecond(),
                millis(interval.acknowledged, 50),
                millis(interval.acknowledged, 99),
                millis(interval.reachedPeer, 50),
                millis(interval.reachedPeer, 99),
                heap / MIB,
                interval.errors.isEmpty() ? "" : "  " + interval.errors);
    }

    /// The result as a table of text.
    public static String text(Result result) {
        Load load = result.load();
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d rooms of %d people, %s edits/s each: %,.0f edits/s due;"
                                + " %d s measured after %d s; seed %d%n",
                        load.rooms(),
                        load.people(),
                        plain(load.rate()),
                        load.editsPerSecond(),
                        load.measured().toSeconds(),
                        load.warmup().toSeconds(),
                        load.seed()));
        append(text, result.plain());
        Phase slow = result.withSlowReaders();
        if (slow != null) {
            text.append(
                    String.format(Locale.ROOT, "%nwith %d who never read%n", load.slowReaders()));
            append(text, slow);
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%d without an answer at the end; texts compared in %d rooms, different in %d%n%s%n",
                        result.unanswered(),
                        result.compared(),
                        result.diverged(),
                        result.isSound() ? "sound" : "NOT SOUND"));
        return text.toString();
    }

    private static void append(StringBuilder text, Phase phase) {
        Interval total = phase.total();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%-16s %10s %10s %10s %10s %10s %12s%n",
                        "ms since due",
                        "p50",
                        "p90",
                        "p99",
                        "p99.9",
                        "max",
                        "edits"));
        row(text, "to ack", total.acknowledged);
        row(text, "to peer", total.reachedPeer);
        row(text, "to be written", total.begun);
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%,.0f edits/s, %.0f %% of them concurrent with another; %,d hash checks; errors %s%n",
                        total.editsPerSecond(),
                        100.0 * total.concurrent / Math.max(1, total.acknowledged.getTotalCount()),
                        total.checks,
                        total.errors.isEmpty() ? "none" : total.errors));
        text.append(
                String.format(
                        Locale.ROOT,
                        "cores busy: relay %.2f (%.0f µs for an edit), load generator %.2f%n",
                        phase.relayCpu(),
                        phase.relayMicrosPerEdit(),
                        phase.ownCpu()));
        text.append(
                String.format(
                        Locale.ROOT,
                        "relay's heap after a full collection: %.1f MiB before, %.1f MiB afterwards%n",
                        phase.liveBefore() / MIB,
                        phase.liveAfter() / MIB));
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%10s %10s %10s %10s %10s%n",
                        "part",
                        "edits/s",
                        "p50",
                        "p99",
                        "heap MiB"));
        int part = 1;
        for (Slice slice : phase.slices()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%10d %,10.0f %10.2f %10.2f %10.0f%n",
                            part++,
                            slice.total().editsPerSecond(),
                            millis(slice.total().reachedPeer, 50),
                            millis(slice.total().reachedPeer, 99),
                            slice.heap() / MIB));
        }
    }

    private static void row(StringBuilder text, String what, Histogram histogram) {
        text.append(String.format(Locale.ROOT, "%-16s", what));
        for (double percentile : PERCENTILES) {
            text.append(String.format(Locale.ROOT, " %10.2f", millis(histogram, percentile)));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        " %10.2f %,12d%n",
                        histogram.getMaxValue() / 1e3,
                        histogram.getTotalCount()));
    }

    /// The result as JSON.
    public static String json(Result result) {
        Load load = result.load();
        ObjectNode json = JSON.createObjectNode();
        json.putObject("load")
                .put("rooms", load.rooms())
                .put("people", load.people())
                .put("rate", load.rate())
                .put("warmupMs", load.warmup().toMillis())
                .put("measuredMs", load.measured().toMillis())
                .put("slowReaders", load.slowReaders())
                .put("seed", load.seed());
        json.set("plain", node(result.plain()));
        json.set("withSlowReaders", node(result.withSlowReaders()));
        json.put("unanswered", result.unanswered())
                .put("compared", result.compared())
                .put("diverged", result.diverged())
                .put("sound", result.isSound());
        return json.toPrettyString();
    }

    private static @Nullable ObjectNode node(@Nullable Phase phase) {
        if (phase == null) {
            return null;
        }
        ObjectNode node = node(phase.total(), phase.highestHeap());
        node.set("begunMicros", node(phase.total().begun));
        node.put("concurrent", phase.total().concurrent)
                .put("checks", phase.total().checks)
                .put("messagesHeard", phase.total().heard)
                .put("relayCores", phase.relayCpu())
                .put("relayMicrosPerEdit", phase.relayMicrosPerEdit())
                .put("loadCores", phase.ownCpu())
                .put("heapBytesBefore", phase.liveBefore())
                .put("heapBytesAfter", phase.liveAfter());
        ObjectNode errors = node.putObject("errors");
        phase.total().errors.forEach(errors::put);
        ArrayNode parts = node.putArray("parts");
        phase.slices().forEach(slice -> parts.add(node(slice.total(), slice.heap())));
        return node;
    }

    private static ObjectNode node(Interval interval, long heap) {
        ObjectNode node = JSON.createObjectNode();
        node.put("editsPerSecond", interval.editsPerSecond()).put("heapBytesAtMost", heap);
        node.set("ackMicros", node(interval.acknowledged));
        node.set("peerMicros", node(interval.reachedPeer));
        return node;
    }

    private static ObjectNode node(Histogram histogram) {
        ObjectNode node = JSON.createObjectNode();
        for (double percentile : PERCENTILES) {
            node.put("p" + plain(percentile), histogram.getValueAtPercentile(percentile));
        }
        return node.put("max", histogram.getMaxValue()).put("count", histogram.getTotalCount());
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
