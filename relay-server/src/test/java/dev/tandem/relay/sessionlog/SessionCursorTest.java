package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.SessionId;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCursorTest {
    @Test
    void isReadAsItWasWritten() {
        SessionCursor cursor = new SessionCursor(1_700_000_000_000L, new SessionId("a b-ç"));
        assertThat(SessionCursor.parse(cursor.format())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 ", " a", "-1 a", "1234567890123456789 a", "1 a\nb"})
    void nothingElseIsACursor(String plain) {
        String encoded = Base64.getUrlEncoder().encodeToString(plain.getBytes(UTF_8));
        assertThat(SessionCursor.parse(encoded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "not base 64!", "=="})
    void norIsWhatIsNotEncoded(String given) {
        assertThat(SessionCursor.parse(given)).isEmpty();
    }
}
