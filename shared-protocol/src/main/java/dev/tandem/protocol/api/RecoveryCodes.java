package dev.tandem.protocol.api;

import java.util.List;

/// Codes that stand in for the second step, each good once. Told this one time.
public record RecoveryCodes(List<String> codes) {
    public RecoveryCodes {
        codes = List.copyOf(codes);
    }

    /// Without the codes: they are not for logs.
    @Override
    public String toString() {
        return "RecoveryCodes[" + codes.size() + "]";
    }
}
