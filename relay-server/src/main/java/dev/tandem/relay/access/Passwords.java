package dev.tandem.relay.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords by Argon2id (RFC 9106), with what OWASP's Password Storage Cheat Sheet asks for at
/// least: 19 MiB, two passes, one lane. Any thread may call it, and waits some tens of
/// milliseconds.
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// Each computation takes its memory, so there are never more of them than processors.
    private static final Semaphore SEATS =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /// Nobody's password: its hash is random.
    private static final PasswordHash NOBODYS =
            new PasswordHash(
                    MEMORY_KIB,
                    PASSES,
                    LANES,
                    Secrets.randomBytes(SALT_BYTES),
                    Secrets.randomBytes(HASH_BYTES));

    private Passwords() {}

    /// What is stored of a password, a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`.
    public static String hash(String password) {
        byte[] salt = Secrets.randomBytes(SALT_BYTES);
        byte[] hash = compute(password, MEMORY_KIB, PASSES, LANES, salt, HASH_BYTES);
        return new PasswordHash(MEMORY_KIB, PASSES, LANES, salt, hash).format();
    }

    /// Whether `stored` was made of this password, with whatever parameters it was made.
    ///
    /// @throws IllegalArgumentException if `stored` is no hash of a password
    public static boolean verify(String password, String stored) {
        return verify(password, PasswordHash.parse(stored));
    }

    /// Takes as long as [#verify], where there is nothing to compare with.
    static boolean verifyNobody(String password) {
        return verify(password, NOBODYS);
    }

    private static boolean verify(String password, PasswordHash stored) {
        byte[] computed =
                compute(
                        password,
                        stored.memoryKib(),
                        stored.passes(),
                        stored.lanes(),
                        stored.salt(),
                        stored.hash().length);
        return MessageDigest.isEqual(computed, stored.hash());
    }

    private static byte[] compute(
            String password, int memoryKib, int passes, int lanes, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[length];
        SEATS.acquireUninterruptibly();
        try {
            generator.generateBytes(bytes(password), hash);
        } finally {
            SEATS.release();
        }
        return hash;
    }

    /// One letter may be written by several code points; which ones depends on the keyboard.
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8);
    }
}
