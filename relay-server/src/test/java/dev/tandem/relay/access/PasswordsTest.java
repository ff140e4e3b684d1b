package dev.tandem.relay.access;

import static dev.tandem.relay.access.HashingWork.hashesIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    /// From the tests of the reference implementation, github.com/P-H-C/phc-winner-argon2.
    private static final String OF_PASSWORD =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(Passwords.verify("password", OF_PASSWORD)).isTrue();
        assertThat(Passwords.verify("Password", OF_PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "correct horse battery staple", "şifre 😀", " spaces stay "})
    void knowsItsPasswordAndNoOther(String password) {
        String hash = Passwords.hash(password);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(password);
        assertThat(Passwords.verify(password, hash)).isTrue();
        assertThat(Passwords.verify(password + " ", hash)).isFalse();
        assertThat(Passwords.verify("", hash)).isFalse();
    }

    @Test
    void hashesOnePasswordDifferentlyEachTime() {
        assertThat(Passwords.hash("same")).isNotEqualTo(Passwords.hash("same"));
    }

    @Test
    void doesNotCareHowAKeyboardComposesALetter() {
        assertThat(Passwords.verify("caf\u00e9", Passwords.hash("cafe\u0301"))).isTrue();
    }

    @Test
    void nobodysPasswordIsAsMuchWork() {
        String hash = Passwords.hash("x");
        long work = hashesIn(() -> Passwords.verify("x", hash));
        assertThat(work).isPositive();
        assertThat(hashesIn(() -> assertThat(Passwords.verifyNobody("x")).isFalse()))
                .isEqualTo(work);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "$2a$10$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=1,t=1,p=1$YQ$YQ"})
    void refusesWhatIsNoHash(String stored) {
        assertThatIllegalArgumentException().isThrownBy(() -> Passwords.verify("x", stored));
    }
}
