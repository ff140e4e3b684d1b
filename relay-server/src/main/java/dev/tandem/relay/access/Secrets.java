package dev.tandem.relay.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.InviteCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Random ids and secrets, and what is stored in place of a secret. Any thread may call it.
///
/// A token is random enough that a plain hash hides it; a password is not, see [Passwords].
public final class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// 256 random bits, written in base 64 for URLs.
    public static String newToken() {
        return random(TOKEN_BYTES);
    }

    /// An id that no other thing has. It is no secret.
    public static String newId() {
        return random(ID_BYTES);
    }

    public static InviteCode newInviteCode() {
        return InviteCode.ofBits(RANDOM.nextLong());
    }

    /// SHA-256 in 64 hex digits.
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256().digest(secret.getBytes(UTF_8)));
    }

    public static String hash(InviteCode code) {
        return hash(code.value());
    }

    /// Compares two secrets in a time that says nothing of where they differ.
    public static boolean areSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String random(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
