package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tandem.relay.config.AccessConfig;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    /// From the tests of the reference implementation, github.com/P-H-C/phc-winner-argon2.
    private static final String OF_PASSWORD =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final HashingWork work = new HashingWork();
    private final Passwords passwords = new Passwords(HashCost.LEAST, work);

    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(passwords.verify("password", OF_PASSWORD)).isTrue();
        assertThat(passwords.verify("Password", OF_PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "correct horse battery staple", "şifre 😀", " spaces stay "})
    void knowsItsPasswordAndNoOther(String password) {
        String hash = passwords.hash(password);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(password);
        assertThat(passwords.verify(password, hash)).isTrue();
        assertThat(passwords.verify(password + " ", hash)).isFalse();
        assertThat(passwords.verify("", hash)).isFalse();
    }

    @Test
    void hashesOnePasswordDifferentlyEachTime() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void doesNotCareHowAKeyboardComposesALetter() {
        assertThat(passwords.verify("caf\u00e9", passwords.hash("cafe\u0301"))).isTrue();
    }

    @Test
    void aWrongPasswordIsAsMuchWorkAsNobodysHoweverOldTheHash() {
        Passwords today = new Passwords(new HashCost(32 * 1024, 3, 1), work);
        String old = passwords.hash("x");
        String fresh = today.hash("x");

        long nobodys = work.in(() -> assertThat(today.verifyNobody("y")).isFalse());
        assertThat(nobodys).isEqualTo(32 * 1024 * 3);
        assertThat(work.in(() -> assertThat(today.verify("y", fresh)).isFalse()))
                .isEqualTo(nobodys);
        assertThat(work.in(() -> assertThat(today.verify("y", old)).isFalse()))
                .isBetween(nobodys - 3, nobodys);
        assertThat(today.isWeak(old)).isTrue();
        assertThat(today.isWeak(fresh)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "$2a$10$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=1,t=1,p=1$YQ$YQ"})
    void refusesWhatIsNoHash(String stored) {
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.verify("x", stored));
    }

    @Test
    void areMeasuredOnceThereAreSomeAndThenStayAsStrong(@TempDir Path folder) throws Exception {
        AccessConfig config =
                RelayConfig.defaults(folder)
                        .with()
                        .set("access.password-time", "5s")
                        .set("access.password-memory", "20MiB")
                        .build()
                        .access();
        try (Database database = Database.open(folder)) {
            assertThat(Passwords.tuned(database, config).wanted()).isEqualTo(HashCost.LEAST);

            Account ada = new Accounts(database, Passwords.of(database)).add("a@b", "Ada", "x");
            HashCost tuned = Passwords.tuned(database, config).wanted();
            assertThat(HashCost.LEAST.isLessThan(tuned)).isTrue();
            assertThat(tuned.memoryKib()).isBetween(19 * 1024, 20 * 1024);

            HashCost strong = new HashCost(19 * 1024, 3, 1);
            Accounts stronger = new Accounts(database, new Passwords(strong, work));
            assertThat(stronger.verify("a@b", "x")).isEqualTo(ada);
            assertThat(Passwords.tuned(database, config).wanted()).isEqualTo(strong);
            assertThat(Passwords.of(database).wanted()).isEqualTo(strong);
        }
    }

    @Test
    void onlySoManyAreComputedAtATimeAndSoManyWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        HashingSeats seats = new HashingSeats(2, 3);
        Callable<Boolean> hash =
                () ->
                        seats.take(() -> {
                            begun.countDown();
                            awaitUninterruptibly(end);
                            return true;
                        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Boolean> hashes = new ExecutorCompletionService<>(callers);
            IntStream.range(0, 20).forEach(_ -> hashes.submit(hash));
            for (int refused = 0; refused < 15; refused++) {
                assertThat(hashes.take().exceptionNow()).isInstanceOf(TooBusy.class);
            }
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            end.countDown();
            for (int done = 0; done < 5; done++) {
                assertThat(hashes.take().get()).isTrue();
            }
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
