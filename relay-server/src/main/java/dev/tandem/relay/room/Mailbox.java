package dev.tandem.relay.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What waits for a room. Anyone posts; the room's thread takes, and closes it when it goes.
final class Mailbox {
    /// What goes into one commit at most, so that nobody waits long for theirs.
    private static final int MOST_AT_ONCE = 500;

    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private boolean closed;

    /// Whether the letter will be taken; a closed mailbox takes none.
    synchronized boolean post(Letter letter) {
        return !closed && letters.add(letter);
    }

    /// Closes the mailbox, unless something waits in it.
    synchronized boolean closeIfEmpty() {
        closed = letters.isEmpty();
        return closed;
    }

    /// Waits for a letter and takes what else is there. An erasure goes alone, since there is
    /// another room before it and after.
    List<Letter> take() throws InterruptedException {
        List<Letter> taken = new ArrayList<>();
        taken.add(letters.take());
        while (taken.size() < MOST_AT_ONCE && canGoWith(taken.getFirst(), letters.peek())) {
            taken.add(letters.take());
        }
        return taken;
    }

    private static boolean canGoWith(Letter first, Letter next) {
        return next != null
                && !(first instanceof Letter.Erased)
                && !(next instanceof Letter.Erased);
    }
}
