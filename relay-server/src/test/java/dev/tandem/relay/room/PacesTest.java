package dev.tandem.relay.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacesTest {
    private static final ParticipantId ADA = new ParticipantId("ada");
    private static final ParticipantId BOB = new ParticipantId("bob");
    private static final Intent CHAT = new Intent.ChatMessage("hello");
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualTime time = new ManualTime(1_800_000_000_000L);
    private final Paces paces =
            new Paces(new RoomSettings(10, HOUR, HOUR, HOUR, 256, 20, 100, 1, 5, 50, null), time);

    private int chat(ParticipantId who) {
        return say(who, CHAT);
    }

    private int say(ParticipantId who, Intent intent) {
        int taken = 0;
        while (paces.whyHasty(who, intent) == null) {
            taken++;
        }
        return taken;
    }

    private int pass(ParticipantId who) {
        int taken = 0;
        while (paces.mayPass(who)) {
            taken++;
        }
        return taken;
    }

    private int chatAfter(long ms) {
        time.advance(Duration.ofMillis(ms));
        return chat(ADA);
    }

    @Test
    void aBurstAndThenSoManyASecond() {
        assertThat(chat(ADA)).isEqualTo(100);
        assertThat(chatAfter(1_000)).isEqualTo(20);
        assertThat(chatAfter(1_500)).isEqualTo(30);
        assertThat(chatAfter(60_000)).isEqualTo(100);
    }

    @Test
    void fiveRunsAndThenOneASecond() {
        Intent run = new Intent.RunCode(DocumentId.MAIN, null, false);
        assertThat(say(ADA, run)).isEqualTo(5);
        time.advance(Duration.ofSeconds(2));
        assertThat(say(ADA, run)).isEqualTo(2);
        assertThat(chat(ADA)).isEqualTo(100);
    }

    @Test
    void passingMessagesHaveAPaceOfTheirOwn() {
        assertThat(chat(ADA)).isEqualTo(100);
        assertThat(pass(ADA)).isEqualTo(50);
        time.advance(Duration.ofMillis(500));
        assertThat(pass(ADA)).isEqualTo(25);
        assertThat(chat(ADA)).isEqualTo(10);
    }

    @Test
    void everyoneHasTheirOwn() {
        assertThat(chat(ADA)).isEqualTo(100);
        assertThat(chat(BOB)).isEqualTo(100);
    }

    @Test
    void saysWhenThereWillBeOne() {
        chat(ADA);
        assertThat(retryAfterMs()).isEqualTo(50L);
        time.advance(Duration.ofMillis(20));
        assertThat(retryAfterMs()).isEqualTo(30L);
        time.advance(Duration.ofMillis(30));
        assertThat(paces.whyHasty(ADA, CHAT)).isNull();
    }

    private Object retryAfterMs() {
        Refusal refusal = paces.whyHasty(ADA, CHAT);
        assertThat(refusal).isNotNull();
        return refusal.facts().get("retryAfterMs");
    }

    @Test
    void whatIsNotLimitedIsNeverTooMuch() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(paces.whyHasty(ADA, new Intent.StartSession())).isNull();
        }
    }

    @Test
    void aClockThatGoesBackGivesAndTakesNothing() {
        chat(ADA);
        time.setBack(HOUR);
        assertThat(chat(ADA)).isZero();
        assertThat(chatAfter(1_000)).isEqualTo(20);
    }

    @Test
    void whoHasRestedIsForgottenAndNobodyElse() {
        for (int i = 0; i < 1_000; i++) {
            paces.mayPass(new ParticipantId("p" + i));
        }
        time.advance(Duration.ofSeconds(10));
        assertThat(chat(ADA)).isEqualTo(100);
        paces.mayPass(BOB);
        assertThat(paces.remembered()).isEqualTo(2);
        assertThat(chat(ADA)).isZero();
    }
}
