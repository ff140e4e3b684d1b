package dev.tandem.protocol.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.id.SessionId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The chain of hashes over a session's log. Each link is the SHA-256 of the link before it, as 64
/// hexadecimal digits, followed by the event in its canonical form, in UTF-8; the first follows
/// [#root].
public final class Chain {
    private static final String ROOT = "tandem-log-v1\n";

    private Chain() {}

    /// What the first link follows: the SHA-256 of `tandem-log-v1`, a line feed and the session's
    /// id.
    public static ChainHash root(SessionId session) {
        return ChainHash.of(sha256().digest((ROOT + session.value()).getBytes(UTF_8)));
    }

    /// The link of an event.
    ///
    /// @param canonical as of [dev.tandem.protocol.wire.EventLine#text()]
    public static ChainHash next(ChainHash previous, String canonical) {
        MessageDigest digest = sha256();
        digest.update(previous.hex().getBytes(US_ASCII));
        return ChainHash.of(digest.digest(canonical.getBytes(UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
