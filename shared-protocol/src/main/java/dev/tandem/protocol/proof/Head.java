package dev.tandem.protocol.proof;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;

/// How far a log had come at some time, signed by its relay. Whoever kept one can tell later
/// whether the log still says the same up to there.
///
/// @param seq of the last event
/// @param hash its link of the chain
/// @param at when it was signed, epoch milliseconds UTC on the relay's clock
/// @param signature over [#signedText], 128 hexadecimal digits
public record Head(Seq seq, ChainHash hash, long at, RelayKey key, String signature) {
    private static final int SHOWN_OF_HASH = 16;
    private static final int SHOWN_OF_KEY = 8;

    /// What a relay signs: five lines, without a line feed at the end.
    public static String signedText(SessionId session, Seq seq, ChainHash hash, long at) {
        return "tandem-head-v1\n%s\n%d\n%s\n%d".formatted(session, seq.value(), hash, at);
    }

    /// Whether the owner of the key signed it, for this session.
    public boolean isSignedFor(SessionId session) {
        return key.signed(signedText(session, seq, hash, at), signature);
    }

    /// For people, to be kept: `seq 1234 · 7f3a 91c2 0be4 55d1 · key 3f2a 9c01`.
    public String shortText() {
        return "seq %d · %s · %s"
                .formatted(
                        seq.value(),
                        inFours(hash.hex().substring(0, SHOWN_OF_HASH)),
                        shortText(key));
    }

    /// For people: `key 3f2a 9c01`.
    public static String shortText(RelayKey key) {
        return "key " + inFours(key.hex().substring(0, SHOWN_OF_KEY));
    }

    private static String inFours(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
