package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.Stranger;
import dev.tandem.desktop.fx.Confirm;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a person is asked before a relay is trusted that this computer does not know.
final class TrustQuestion {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int HALF = 48; // characters: 16 bytes

    private TrustQuestion() {}

    static Confirm of(Stranger stranger) {
        String now =
                "%s%n%nValid from %s%n        to %s"
                        .formatted(
                                inTwoLines(stranger.fingerprint()),
                                day(stranger.validFrom()),
                                day(stranger.validUntil()));
        return stranger.before() == null
                ? new Confirm(
                        "Trust the relay " + stranger.host() + "?",
                        "This computer does not know who made its certificate, as is usual for a"
                                + " relay of one's own. Go on only if whoever runs it gives you the"
                                + " same fingerprint (SHA-256). You are asked once.",
                        now,
                        "Trust this relay")
                : new Confirm(
                        "The relay " + stranger.host() + " is not the one it was",
                        "It has another certificate than the one you trusted: someone may be"
                                + " between you and the relay. Go on only if whoever runs it says"
                                + " that they changed it, and gives you the new fingerprint"
                                + " (SHA-256).",
                        "Until now\n%s\n\nNew\n%s".formatted(inTwoLines(stranger.before()), now),
                        "Trust the new one");
    }

    private static String inTwoLines(String fingerprint) {
        return fingerprint.length() <= HALF
                ? fingerprint
                : fingerprint.substring(0, HALF - 1) + "\n" + fingerprint.substring(HALF);
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneId.systemDefault()));
    }
}
