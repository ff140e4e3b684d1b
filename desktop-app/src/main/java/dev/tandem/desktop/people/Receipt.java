package dev.tandem.desktop.people;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.desktop.session.Kept;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.session.SignedHeads;
import dev.tandem.desktop.session.SignedHeads.Trouble;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.room.SessionFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody takes home from an interview: when it was and with whom, what is kept of it and
/// how long, and what shows later that it was not changed. Nothing of what was written or said.
final class Receipt {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

    private Receipt() {}

    static String of(RoomStore room, ZoneId zone) {
        SessionFacts session = room.sessionProperty().get();
        Kept kept = room.keptProperty().get();
        String text =
                """
                Receipt of an interview with Tandem

                Title      %s
                Session    %s
                Started    %s
                Ended      %s
                Here were  %s
                Saved      %s

                The relay keeps:
                %s
                It does not keep:
                %s
                %s
                %s\
                """
                        .formatted(
                                session.title(),
                                kept == null ? "" : kept.session(),
                                time(session.startedAt(), zone, "not yet"),
                                ended(session, zone),
                                people(room),
                                time(room.serverNow(), zone, ""),
                                list(Recorded.kept(room)),
                                list(Recorded.NOT_KEPT),
                                Recorded.until(room),
                                proof(room.headsProperty().get(), zone));
        return text.lines().collect(Collectors.joining(System.lineSeparator()))
                + System.lineSeparator();
    }

    private static String time(@Nullable Long at, ZoneId zone, String otherwise) {
        return at == null ? otherwise : TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    }

    private static String ended(SessionFacts session, ZoneId zone) {
        Long duration = session.durationMs();
        String ended = time(session.endedAt(), zone, "not yet");
        return session.endedAt() == null || duration == null
                ? ended
                : ended + ", after " + Elapsed.format(duration);
    }

    private static String people(RoomStore room) {
        return room.people().stream()
                .map(person -> "%s (%s)".formatted(person.name(), RoleWords.of(person.role())))
                .collect(Collectors.joining(", "));
    }

    private static String list(Iterable<String> sentences) {
        StringBuilder list = new StringBuilder();
        sentences.forEach(sentence -> list.append("- ").append(sentence).append('\n'));
        return list.toString();
    }

    private static String proof(SignedHeads heads, ZoneId zone) {
        Trouble trouble = heads.trouble();
        return (trouble == null ? "" : HeadTrouble.words(trouble) + "\n\n")
                + proof(heads.newest(), zone);
    }

    private static String proof(@Nullable Head head, ZoneId zone) {
        return head == null
                ? ""
                : """

                What the relay signed last (its head)
                %s
                seq        %s, signed %s
                hash       %s
                key        %s
                signature  %s

                To check it later, ask for the interview's file (json or tandem). In Tandem, choose
                Past interviews, Verify a file, and compare it with this text; or run
                tandem-relay verify FILE --head "%s"
                It says whether everything up to that number is what the relay had recorded when it
                signed this. What only interviewers see counts too, though you cannot read it here.
                """
                        .formatted(
                                head.shortText(),
                                head.seq(),
                                time(head.at(), zone, ""),
                                head.hash(),
                                head.key(),
                                head.signature(),
                                head.shortText());
    }
}
