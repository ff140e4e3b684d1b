package dev.tandem.relay.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes by the clock (RFC 6238) as every authenticator application makes them: SHA-1, six digits,
/// a step every 30 seconds since 1970.
final class Totp {
    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;

    private static final String MAC = "HmacSHA1";
    private static final long STEP_MS = 30_000;
    private static final long CLOCKS_DIFFER = 1; // steps

    private Totp() {}

    static long step(long epochMs) {
        return Math.floorDiv(epochMs, STEP_MS);
    }

    /// The step that `code` is of: this one, or one beside it, since clocks differ; each is good
    /// once, so it has to be later than the last that was used. Empty if it is none of these.
    static OptionalLong stepOf(String code, byte[] secret, long now, long lastUsed) {
        return LongStream.rangeClosed(now - CLOCKS_DIFFER, now + CLOCKS_DIFFER)
                .filter(step -> step > lastUsed)
                .filter(step -> isSame(code, code(secret, step, DIGITS)))
                .findFirst();
    }

    private static boolean isSame(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(US_ASCII), right.getBytes(US_ASCII));
    }

    /// The code of one step (RFC 4226, section 5.3).
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        long number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return ("%0" + digits + "d").formatted(number % Math.powExact(10L, digits));
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
