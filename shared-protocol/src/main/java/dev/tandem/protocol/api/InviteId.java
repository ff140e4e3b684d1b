package dev.tandem.protocol.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names an invite to those who do not have its code: the first 8 hexadecimal digits, in lower
/// case, of SHA-256 over the code's 12 characters. Who has the code knows the id; from the id, some
/// 2²⁸ codes are as likely as each other.
public record InviteId(String value) {
    public static final int LENGTH = 8;

    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{" + LENGTH + "}");

    /// @throws IllegalArgumentException if `value` is not 8 hexadecimal digits
    public InviteId {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("an invite's id has 8 hexadecimal digits");
        }
    }

    public static InviteId of(InviteCode code) {
        byte[] hash = sha256().digest(code.value().getBytes(US_ASCII));
        return new InviteId(HexFormat.of().formatHex(hash, 0, LENGTH / 2));
    }

    /// The id in what someone gave; empty if it is none.
    public static Optional<InviteId> parse(String given) {
        return WRITTEN.matcher(given).matches()
                ? Optional.of(new InviteId(given))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
