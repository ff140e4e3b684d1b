package dev.tandem.relay.bench;

import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.bench.Trace.Patch;
import java.util.List;

/// Writes what somebody once wrote, as near to the same places as the text lets them.
final class TraceTypist implements Typist {
    private final List<Patch> patches;
    private int at;

    TraceTypist(List<Patch> patches) {
        this.patches = patches;
    }

    @Override
    public TextOperation next(int length) {
        Patch patch = patches.get(at);
        at = (at + 1) % patches.size();
        int from = Math.min(patch.at(), length);
        int to = Math.min(from + patch.deleted(), length);
        return TextOperation.replace(length, from, to, patch.inserted());
    }

    @Override
    public void see(TextOperation others) {
        // The trace says where one writes.
    }
}
