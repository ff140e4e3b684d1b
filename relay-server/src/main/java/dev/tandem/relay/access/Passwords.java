package dev.tandem.relay.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.relay.config.AccessConfig;
import dev.tandem.relay.sessionlog.Database;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.stream.LongStream;

/// Passwords by Argon2id, with as much work as this machine does in the time that is wanted. Any
/// thread may call it, and waits for that; it may be told that it cannot ([TooBusy]).
///
/// Each hash says what it was made with, so that older ones stay good.
public final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEASUREMENTS = 4;
    private static final int SHARE_OF_HEAP = 8;

    private final HashCost wanted;
    private final Argon2 argon2;

    /// Nobody's password: its hash is random.
    private final PasswordHash nobodys;

    Passwords(HashCost wanted, Argon2 argon2) {
        this.wanted = wanted;
        this.argon2 = argon2;
        this.nobodys =
                new PasswordHash(
                        wanted, Secrets.randomBytes(SALT_BYTES), Secrets.randomBytes(HASH_BYTES));
    }

    /// With as much work as the strongest password in `database` was; the least if there is none.
    public static Passwords of(Database database) {
        return new Passwords(Accounts.strongest(database).orElse(HashCost.LEAST), Argon2::compute);
    }

    /// The same; but where there are passwords and they still were the least work, it is measured
    /// how much more this machine can do. A relay does so until somebody has logged in since.
    public static Passwords tuned(Database database, AccessConfig config) {
        HashCost cost = Accounts.strongest(database).orElse(null);
        return cost != null && cost.equals(HashCost.LEAST)
                ? new Passwords(
                        measured(config.passwordTime(), config.passwordMemory().bytes() / 1024),
                        Argon2::compute)
                : of(database);
    }

    /// How much work is done for a password today.
    HashCost wanted() {
        return wanted;
    }

    /// The first computations are slow, so the quickest counts. All that are computed at a time
    /// take a part of the memory only.
    private static HashCost measured(Duration target, long mostKib) {
        byte[] something = Secrets.randomBytes(SALT_BYTES);
        long quickest =
                LongStream.generate(() -> nanosOfLeast(something))
                        .limit(MEASUREMENTS)
                        .min()
                        .orElseThrow();
        long heapKib = Runtime.getRuntime().maxMemory() / 1024;
        long spareKib = heapKib / SHARE_OF_HEAP / HashingSeats.SHARED.count();
        return HashCost.fitting(
                (double) target.toNanos() / quickest, (int) Math.min(mostKib, spareKib));
    }

    private static long nanosOfLeast(byte[] something) {
        long begin = System.nanoTime();
        Argon2.compute(something, HashCost.LEAST, something, HASH_BYTES);
        return Math.max(1, System.nanoTime() - begin);
    }

    /// What is stored of a password, a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`.
    public String hash(String password) {
        byte[] salt = Secrets.randomBytes(SALT_BYTES);
        byte[] hash = HashingSeats.SHARED.take(() -> compute(password, wanted, salt, HASH_BYTES));
        return new PasswordHash(wanted, salt, hash).format();
    }

    /// Whether `stored` was made of this password, with whatever work it was made. Where it was
    /// not, the answer takes as long as it takes for any other.
    ///
    /// @throws IllegalArgumentException if `stored` is no hash of a password
    public boolean verify(String password, String stored) {
        return verify(password, PasswordHash.parse(stored));
    }

    /// Takes as long as [#verify], where there is nothing to compare with.
    boolean verifyNobody(String password) {
        return verify(password, nobodys);
    }

    private boolean verify(String password, PasswordHash stored) {
        return HashingSeats.SHARED.take(() -> matches(password, stored) || delay(password, stored));
    }

    private boolean matches(String password, PasswordHash stored) {
        byte[] computed = compute(password, stored.cost(), stored.salt(), stored.hash().length);
        return MessageDigest.isEqual(computed, stored.hash());
    }

    /// Does the work that `stored` lacks, in the same seat, and says no.
    private boolean delay(String password, PasswordHash stored) {
        if (stored.cost().isLessThan(wanted)) {
            var _ = compute(password, wanted.minus(stored.cost()), stored.salt(), HASH_BYTES);
        }
        return false;
    }

    /// Whether `stored` was made with less work than is wanted today.
    boolean isWeak(String stored) {
        return PasswordHash.parse(stored).cost().isLessThan(wanted);
    }

    private byte[] compute(String password, HashCost cost, byte[] salt, int length) {
        return argon2.hash(bytes(password), cost, salt, length);
    }

    /// One letter may be written by several code points; which ones depends on the keyboard.
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8);
    }
}
