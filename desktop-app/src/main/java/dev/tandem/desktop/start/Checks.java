package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.protocol.room.Limits;
import java.util.Optional;

/// What has to be in a field; what is wrong is said at it.
final class Checks {
    private Checks() {}

    static boolean name(Entry name) {
        return written(name, "Write your name, so that the others know who you are.")
                && atMost(Limits.NAME_LENGTH, "A name", name);
    }

    static boolean title(Entry title) {
        return written(title, "Give it a title: the candidate sees it too.")
                && atMost(Limits.TITLE_LENGTH, "A title", title);
    }

    static Optional<Minutes> minutes(Entry minutes) {
        Optional<Minutes> planned = Minutes.parse(minutes.stripped());
        if (planned.isEmpty()) {
            minutes.fail("A number of minutes, or nothing.");
        }
        return planned;
    }

    static Optional<RelayAddress> relay(Entry relay) {
        Optional<RelayAddress> address = RelayAddress.parse(relay.stripped());
        if (address.isEmpty()) {
            relay.fail("Write an address such as 192.168.1.20:8377 or relay.example.org.");
        }
        return address;
    }

    static boolean written(Entry entry, String otherwise) {
        if (entry.stripped().isEmpty()) {
            entry.fail(otherwise);
            return false;
        }
        return true;
    }

    private static boolean atMost(int limit, String what, Entry entry) {
        if (entry.stripped().length() > limit) {
            entry.fail("%s has at most %d characters.".formatted(what, limit));
            return false;
        }
        return true;
    }
}
