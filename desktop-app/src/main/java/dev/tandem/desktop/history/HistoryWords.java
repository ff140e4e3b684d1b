package dev.tandem.desktop.history;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.api.FactCount;
import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Past interviews in words. Times are those of the computer's zone.
final class HistoryWords {
    private static final DateTimeFormatter CLOCK = formatter("HH:mm");
    private static final DateTimeFormatter WEEKDAY = formatter("EEEE");
    private static final DateTimeFormatter DAY = formatter("d MMM");
    private static final DateTimeFormatter DAY_OF_YEAR = formatter("d MMM uuuu");
    private static final DateTimeFormatter WHOLE = formatter("EEEE, d MMMM uuuu, HH:mm");
    private static final double KILO = 1_000;

    private HistoryWords() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /// When it was, as one says it now: `14:05`, `yesterday`, `Tuesday`, `9 Nov`, `9 Nov 2025`.
    static String day(long at, long now, ZoneId zone) {
        ZonedDateTime then = Instant.ofEpochMilli(at).atZone(zone);
        LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
        long daysAgo = today.toEpochDay() - then.toLocalDate().toEpochDay();
        if (daysAgo == 0) {
            return "today, " + CLOCK.format(then);
        }
        if (daysAgo == 1) {
            return "yesterday";
        }
        if (daysAgo > 1 && daysAgo < 7) {
            return WEEKDAY.format(then);
        }
        return (then.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(then);
    }

    /// The day on which it was, whatever day it is now: `9 Nov 2025`.
    static String day(long at, ZoneId zone) {
        return DAY_OF_YEAR.format(Instant.ofEpochMilli(at).atZone(zone));
    }

    /// What was noted about the candidates' windows.
    static String noted(FactCount facts) {
        if (!facts.on()) {
            return "nothing about windows";
        }
        return switch (facts.noted()) {
            case 0 -> "no paste, no time away";
            case 1 -> "1 paste or time away";
            default -> "%,d pastes or times away".formatted(facts.noted());
        };
    }

    /// When it was, all of it: `Tuesday, 24 November 2026, 14:05 – 15:03`.
    static String time(SessionFacts facts, ZoneId zone) {
        Long startedAt = facts.startedAt();
        Long endedAt = facts.endedAt();
        ZonedDateTime from =
                Instant.ofEpochMilli(startedAt == null ? facts.createdAt() : startedAt)
                        .atZone(zone);
        if (startedAt == null || endedAt == null) {
            return WHOLE.format(from);
        }
        ZonedDateTime to = Instant.ofEpochMilli(endedAt).atZone(zone);
        boolean sameDay = to.toLocalDate().equals(from.toLocalDate());
        return WHOLE.format(from) + " – " + (sameDay ? CLOCK : WHOLE).format(to);
    }

    /// The second line of a row: `Deniz Acar · Java · 58 min · 3,204 events`.
    static String line(SessionSummary session) {
        return Stream.of(
                        people(session.participants()),
                        Languages.of(session.language()).name(),
                        length(session.facts()),
                        session.size() == null ? "" : events(session.size().events()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// Who was interviewed, or else who was there.
    private static String people(List<Person> people) {
        List<String> candidates = names(people, Role.CANDIDATE);
        List<String> shown = candidates.isEmpty() ? names(people, Role.INTERVIEWER) : candidates;
        return shown.isEmpty() ? "nobody came" : String.join(", ", shown);
    }

    private static List<String> names(List<Person> people, Role role) {
        return people.stream().filter(p -> p.role() == role).map(Person::name).toList();
    }

    private static String length(SessionFacts facts) {
        Long durationMs = facts.durationMs();
        if (durationMs == null) {
            return "";
        }
        return facts.startedAt() == null ? "never started" : duration(durationMs);
    }

    static String events(long events) {
        return events == 1 ? "1 event" : "%,d events".formatted(events);
    }

    /// `58 min`, `1 h 5 min`, `40 s`.
    static String duration(long ms) {
        Duration length = Duration.ofMillis(ms);
        if (length.toMinutes() == 0) {
            return length.toSeconds() + " s";
        }
        return length.toHours() == 0
                ? length.toMinutes() + " min"
                : "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
    }

    /// `4,212 events, 512 KB`.
    static String size(SessionSize size) {
        return events(size.events()) + ", " + bytes(size.bytes());
    }

    private static String bytes(long bytes) {
        double kilobytes = bytes / KILO;
        return kilobytes < KILO
                ? "%,.0f KB".formatted(Math.ceil(kilobytes))
                : "%,.1f MB".formatted(kilobytes / KILO);
    }

    /// How long it took, or why there is nothing to say of that.
    static String took(SessionFacts facts) {
        Long durationMs = facts.durationMs();
        Long startedAt = facts.startedAt();
        if (startedAt == null) {
            return facts.endedAt() == null ? "not started yet" : "it was never started";
        }
        return durationMs == null ? "still under way" : duration(durationMs) + ending(facts);
    }

    private static String ending(SessionFacts facts) {
        EndReason reason = facts.endReason();
        return reason == null ? "" : ", " + of(reason);
    }

    private static String of(EndReason reason) {
        return switch (reason) {
            case ENDED_BY_INTERVIEWER -> "ended by the interviewer";
            case INTERVIEWER_LEFT -> "ended when the interviewer left";
            case ROOM_EMPTY -> "ended when nobody was there";
            case EXPIRED -> "expired";
        };
    }

    static String of(SessionStatus status) {
        return switch (status) {
            case WAITING -> "Waiting";
            case ACTIVE -> "Under way";
            case ENDED -> "Ended";
        };
    }

    static Tone tone(SessionStatus status) {
        return switch (status) {
            case WAITING -> Tone.WARN;
            case ACTIVE -> Tone.OK;
            case ENDED -> Tone.NEUTRAL;
        };
    }

    static String of(SessionSort sort) {
        return switch (sort) {
            case NEWEST -> "Newest first";
            case OLDEST -> "Oldest first";
            case LONGEST -> "Longest first";
            case TITLE -> "By title";
        };
    }

    static String of(Role role) {
        return switch (role) {
            case INTERVIEWER -> "interviewer";
            case CANDIDATE -> "candidate";
            case SPECTATOR -> "spectator";
        };
    }
}
