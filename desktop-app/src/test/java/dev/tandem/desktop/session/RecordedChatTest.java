package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.replay.Talk;
import dev.tandem.desktop.session.ChatLine.Message;
import dev.tandem.desktop.session.ChatLine.Notice;
import dev.tandem.protocol.role.DepartureReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedChatTest {
    private final Talk talk =
            Talk.begun() // 5 events
                    .say(Talk.MERT, "Hello") // 6
                    .append(Talk.MERT, "x") // 7
                    .leave(Talk.MERT, DepartureReason.LOST) // 8
                    .end(); // 9
    private final RecordedChat chat = RecordedChat.of(talk.log());

    private static List<String> words(List<ChatLine> lines) {
        return lines.stream()
                .map(line ->
                        switch (line) {
                            case Message message -> message.text();
                            case Notice notice -> notice.sentence();
                        })
                .toList();
    }

    @Test
    void eachPlaceHasTheLinesBefore() {
        assertThat(words(chat.at(0))).isEmpty();
        assertThat(words(chat.at(4))).containsExactly("Ada Kaya joined", "Mert Demir joined");
        assertThat(words(chat.at(7)))
                .containsExactly(
                        "Ada Kaya joined",
                        "Mert Demir joined",
                        "Ada Kaya started the interview",
                        "Hello");
        assertThat(words(chat.at(9)))
                .endsWith("Mert Demir lost the connection", "Ada Kaya ended the interview");
    }

    @Test
    void theChatOfARoomGoesForthAndBack() {
        ChatLog log = new ChatLog();
        for (int place : new int[] {4, 9, 6, 0, 9, 7}) {
            log.show(chat.at(place));
            assertThat(log.lines()).isEqualTo(chat.at(place));
        }
    }
}
