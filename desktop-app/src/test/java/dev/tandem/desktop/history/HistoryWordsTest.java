package dev.tandem.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryWordsTest {
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

    private static long at(String local) {
        return LocalDateTime.parse(local).atZone(ISTANBUL).toInstant().toEpochMilli();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-26T14:05 | today, 14:05",
                "2026-11-25T23:59 | yesterday",
                "2026-11-24T00:00 | Tuesday",
                "2026-11-20T12:00 | Friday",
                "2026-11-19T12:00 | 19 Nov",
                "2026-01-01T00:00 | 1 Jan",
                "2025-11-09T12:00 | 9 Nov 2025",
                "2026-11-27T00:30 | 27 Nov"
            })
    void daysAreSaidAsOneSaysThem(String then, String words) {
        assertThat(HistoryWords.day(at(then), at("2026-11-26T18:00"), ISTANBUL)).isEqualTo(words);
    }

    @Test
    void timesAreSaidAsAWhole() {
        assertThat(
                        HistoryWords.time(
                                facts(at("2026-11-24T14:05"), at("2026-11-24T15:03")), ISTANBUL))
                .isEqualTo("Tuesday, 24 November 2026, 14:05 – 15:03");
        assertThat(HistoryWords.time(facts(at("2026-11-24T14:05"), null), ISTANBUL))
                .isEqualTo("Tuesday, 24 November 2026, 14:05");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59999, 59 s", "60000, 1 min", "3480000, 58 min", "3900000, 1 h 5 min"})
    void lengthsAreShort(long ms, String words) {
        assertThat(HistoryWords.duration(ms)).isEqualTo(words);
    }

    @Test
    void howItEndedIsSaid() {
        assertThat(HistoryWords.took(facts(1L, 3_480_001L)))
                .isEqualTo("58 min, ended when the interviewer left");
        assertThat(HistoryWords.took(facts(null, 9L))).isEqualTo("it was never started");
        assertThat(HistoryWords.took(facts(null, null))).isEqualTo("not started yet");
        assertThat(HistoryWords.took(facts(1L, null))).isEqualTo("still under way");
    }

    @Test
    void sizesAreReadable() {
        assertThat(HistoryWords.size(new SessionSize(4_212, 511_200, 0, 0)))
                .isEqualTo("4,212 events, 512 KB");
        assertThat(HistoryWords.size(new SessionSize(1, 2_340_000, 0, 0)))
                .isEqualTo("1 event, 2.3 MB");
    }

    @Test
    void aLineSaysWhatIsKnown() {
        assertThat(HistoryWords.line(FakeArchive.session(0)))
                .isEqualTo("Mert Demir · Java · 55 min · 4,200 events");
        SessionSummary empty =
                new SessionSummary(
                        new SessionId("s"), facts(null, 9L), "cobol", List.of(), List.of());
        assertThat(HistoryWords.line(empty)).isEqualTo("nobody came · cobol · never started");
    }

    private static SessionFacts facts(Long startedAt, Long endedAt) {
        return new SessionFacts(
                "Talk",
                endedAt == null ? SessionStatus.ACTIVE : SessionStatus.ENDED,
                0,
                startedAt,
                endedAt,
                endedAt == null ? null : EndReason.INTERVIEWER_LEFT,
                null);
    }
}
