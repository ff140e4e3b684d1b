package dev.tandem.protocol.proof;

import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Finding.Unproven;
import dev.tandem.protocol.proof.Finding.Unrelated;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What came of checking a log, in sentences: the same on the command line and in the window.
public final class FindingWords {
    /// What being unchanged means, and what it does not.
    public static final String PROVES =
            "Unchanged means that every event, those only interviewers see included, is what the"
                    + " owner of the key had signed at that time. Who holds the relay's key can"
                    + " still write anew what nobody outside has a head of; a head that someone"
                    + " kept shows that too.";

    /// What is said as well where something was compared that somebody kept, and is the same.
    public static final String AS_KEPT = "It says what the head says that was kept.";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ENGLISH);

    private FindingWords() {}

    /// One or two sentences.
    ///
    /// @param zone in which times are told
    public static String of(Finding finding, ZoneId zone) {
        return switch (finding) {
            case Unchanged(Head head, long unsigned) ->
                    "Unchanged since %s (%s)%s."
                            .formatted(time(head.at(), zone), head.shortText(), rest(unsigned));
            case Changed changed -> words(changed, zone);
            case Unproven _ ->
                    "Nothing can be said: nothing of it was signed, since the interview had not"
                            + " begun, or an older Tandem wrote the file.";
            case Unrelated(var kept) ->
                    "Nothing was compared: what was kept is of another interview, %s."
                            .formatted(kept);
        };
    }

    private static String rest(long unsigned) {
        return unsigned == 0
                ? ""
                : "; of the %d events after it nothing is signed yet".formatted(unsigned);
    }

    private static String words(Changed changed, ZoneId zone) {
        if (changed.seq() == null) {
            return "Changed. " + changed.reason();
        }
        return changed.at() == null
                ? "Changed: event %s does not fit. %s".formatted(changed.seq(), changed.reason())
                : "Changed: event %s, of %s, does not fit. %s"
                        .formatted(changed.seq(), time(changed.at(), zone), changed.reason());
    }

    private static String time(long at, ZoneId zone) {
        return TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    }
}
