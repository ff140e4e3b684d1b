package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.id.SessionId;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCursorTest {
    private static final SessionId ID = new SessionId("a b-ç");

    @ParameterizedTest
    @CsvSource({"NEWEST, 1700000000000", "OLDEST, 0", "LONGEST, -1", "TITLE, a title: 5 – ß"})
    void isReadAsItWasWritten(SessionSort sort, String key) {
        SessionCursor cursor = new SessionCursor(sort, key, ID);
        assertThat(SessionCursor.parse(cursor.format(), sort)).contains(cursor);
    }

    @Test
    void isGoodForItsOwnOrderOnly() {
        SessionCursor cursor = new SessionCursor(SessionSort.NEWEST, "1", ID);
        assertThat(SessionCursor.parse(cursor.format(), SessionSort.OLDEST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "newest",
                "newest\n\n1",
                "newest\na\n",
                "newest\na\n-2",
                "newest\na\n1234567890123456789",
                "newest\na\n1\n2",
                "odd\na\n1"
            })
    void nothingElseIsACursor(String plain) {
        String encoded = Base64.getUrlEncoder().encodeToString(plain.getBytes(UTF_8));
        assertThat(SessionCursor.parse(encoded, SessionSort.NEWEST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "not base 64!", "=="})
    void norIsWhatIsNotEncoded(String given) {
        assertThat(SessionCursor.parse(given, SessionSort.NEWEST)).isEmpty();
    }
}
