package dev.tandem.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.connection.Reaction.ComeBack;
import dev.tandem.desktop.connection.Reaction.StayAway;
import dev.tandem.protocol.message.CloseCode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReactionTest {

    @ParameterizedTest
    @CsvSource({
        "1000, LEFT",
        "4400, NOT_UNDERSTOOD",
        "4401, NOT_ADMITTED",
        "4403, REVOKED",
        "4409, REPLACED"
    })
    void someCodesAreForGood(int code, Ending ending) {
        assertThat(Reaction.to(code, true))
                .isInstanceOfSatisfying(
                        StayAway.class, away -> assertThat(away.ending()).isEqualTo(ending));
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 1002, 1006, 1007, 1009, 1011, 1013, 4408, 4999})
    void afterAllOthersOneComesBack(int code) {
        assertThat(Reaction.to(code, true))
                .isInstanceOfSatisfying(
                        ComeBack.class,
                        back -> {
                            assertThat(back.ending()).isEqualTo(Ending.UNREACHABLE);
                            assertThat(back.atLeast()).isZero();
                        });
    }

    @ParameterizedTest
    @CsvSource({"4413, ROOM_FULL, 10", "4429, TOO_MANY_ATTEMPTS, 60"})
    void beforeSomeAttemptsOneWaits(int code, Ending ending, int seconds) {
        assertThat(Reaction.to(code, true))
                .isInstanceOfSatisfying(
                        ComeBack.class,
                        back -> {
                            assertThat(back.ending()).isEqualTo(ending);
                            assertThat(back.atLeast()).isEqualTo(Duration.ofSeconds(seconds));
                        });
    }

    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void everyCodeHasSentencesForPeople(CloseCode code) {
        for (boolean served : new boolean[] {false, true}) {
            String sentence =
                    switch (Reaction.to(code.code(), served)) {
                        case StayAway away -> away.sentence();
                        case ComeBack back -> back.trouble().sentence();
                    };
            assertThat(sentence).matches("[A-Z].*[.]").doesNotContain("null");
        }
    }
}
