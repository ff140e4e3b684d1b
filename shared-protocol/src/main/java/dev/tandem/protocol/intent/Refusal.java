package dev.tandem.protocol.intent;

import java.util.Map;

/// Why something was not done: a code for machines, one plain sentence for people, and the facts
/// that explain it (such as `revision`, `head` or `field`).
public record Refusal(ErrorCode code, String message, Map<String, Object> facts) {
    public Refusal {
        facts = Map.copyOf(facts);
    }

    public Refusal(ErrorCode code, String message) {
        this(code, message, Map.of());
    }
}
