package dev.tandem.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.InviteLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodeInputTest {

    /// The caret is written as `|`.
    @ParameterizedTest
    @CsvSource({
        "k|,                     K|",
        "k7qf|,                  K7QF|",
        "k7qf9|,                 K7QF-9|",
        "K7QF-9M2P-X|,           K7QF-9M2P-X|",
        "K7QF9M2PXN4D|,          K7QF-9M2P-XN4D|",
        " k7qf 9m2p – xn4d |,    K7QF-9M2P-XN4D|",
        "K7Q|9-M2P,              K7Q|9-M2P",
        "K7QFA|-9M2P,            K7QF-A|9M2-P",
        "|K7QF9,                 |K7QF-9",
        "oil|,                   011|",
    })
    void groupsACodeAndKeepsTheCaretBehindItsCharacter(String typed, String shown) {
        assertThat(marked(CodeInput.of(unmarked(typed), typed.indexOf('|')))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "TAND-EM:|,                         tandem:|",
        "tandem:/|,                         tandem:/|",
        "tandem://relay.local/K7Q|F,        tandem://relay.local/K7Q|F",
    })
    void leavesALinkAsItIsTyped(String typed, String shown) {
        assertThat(marked(CodeInput.of(unmarked(typed), typed.indexOf('|')))).isEqualTo(shown);
    }

    @Test
    void findsTheLinkInWhatWasPasted() {
        String mail = "Hello Mert, join with tandem://192.168.1.20:8377/K7QF-9M2P-XN4D today.";
        assertThat(CodeInput.linkIn(mail))
                .map(InviteLink::format)
                .hasValue("tandem://192.168.1.20:8377/K7QF-9M2P-XN4D");
        assertThat(CodeInput.linkIn("K7QF-9M2P-XN4D")).isEmpty();
    }

    private static String marked(CodeInput input) {
        return new StringBuilder(input.text()).insert(input.caret(), '|').toString();
    }

    private static String unmarked(String text) {
        return text.replace("|", "");
    }
}
