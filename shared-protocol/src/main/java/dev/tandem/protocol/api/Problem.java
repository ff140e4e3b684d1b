package dev.tandem.protocol.api;

import dev.tandem.protocol.intent.Refusal;
import java.util.Map;

/// Why a request was not done (RFC 9457): a code for machines, one plain sentence for people, and
/// the facts that explain it (such as `field` or `retryAfterMs`).
public record Problem(ProblemCode code, String detail, Map<String, Object> facts) {
    public Problem {
        facts = Map.copyOf(facts);
    }

    public Problem(ProblemCode code, String detail) {
        this(code, detail, Map.of());
    }

    public static Problem of(Refusal refusal) {
        return new Problem(ProblemCode.of(refusal.code()), refusal.message(), refusal.facts());
    }
}
