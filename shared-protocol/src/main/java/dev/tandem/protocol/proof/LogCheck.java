package dev.tandem.protocol.proof;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Finding.Unproven;
import dev.tandem.protocol.proof.Finding.Unrelated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks a log, one event after another: that each is in its place, that each fits its link of the
/// chain, and that the chain is what the relay signed. For one thread.
public final class LogCheck {
    private final SessionId session;
    private final List<Head> heads;
    private final @Nullable KeptHead kept;
    private final @Nullable Unrelated unrelated;
    private final boolean wholly;
    private int headsSeen;
    private Seq seq = Seq.ZERO;
    private long at;
    private ChainHash link;
    private @Nullable Changed changed;

    /// @param heads what the relay signed, in their order
    /// @param kept what somebody wrote down; null for nothing
    /// @param wholly whether the last event has to be signed too
    public LogCheck(SessionId session, List<Head> heads, @Nullable KeptHead kept, boolean wholly) {
        this.session = session;
        this.heads = List.copyOf(heads);
        unrelated = unrelated(kept, session);
        this.kept = unrelated == null ? kept : null;
        this.wholly = wholly;
        link = Chain.root(session);
    }

    private static @Nullable Unrelated unrelated(@Nullable KeptHead kept, SessionId session) {
        SessionId other = kept == null ? null : kept.session();
        return other == null || other.equals(session) ? null : new Unrelated(other);
    }

    /// Whether something does not fit; what follows it is not looked at.
    public boolean isOver() {
        return changed != null;
    }

    /// The next event.
    ///
    /// @param canonical as of [dev.tandem.protocol.wire.EventLine#text()]
    /// @param written the link that stands beside it
    public void event(Seq next, long time, String canonical, ChainHash written) {
        if (isOver()) {
            return;
        }
        if (!next.equals(seq.next())) {
            fail(seq.next(), time, "Where it belongs, event %s stands.".formatted(next));
        } else if (wholly && headsSeen == heads.size()) {
            fail(next, time, "The relay did not sign it.");
        } else if (time < at) {
            fail(next, time, "Its time is before that of the event before it.");
        } else {
            link(next, time, Chain.next(link, canonical), written);
        }
    }

    private void link(Seq next, long time, ChainHash found, ChainHash written) {
        seq = next;
        at = time;
        link = found;
        if (!found.equals(written)) {
            fail(next, time, "It is not what the relay wrote.");
        } else if (kept != null && kept.seq().equals(next) && !kept.fits(found)) {
            fail(
                    next,
                    time,
                    "The head that was kept says something else: this event, or one before it, was"
                            + " changed after that head was given out.");
        } else if (headsSeen < heads.size() && !heads.get(headsSeen).seq().isAfter(next)) {
            compare(heads.get(headsSeen), time);
        }
    }

    private void compare(Head head, long time) {
        if (!head.seq().equals(seq) || !head.hash().equals(link) || !head.isSignedFor(session)) {
            fail(
                    seq,
                    time,
                    "The relay signed something else by then: this event, one since event %s, or"
                                    .formatted(signed())
                            + " the signature was changed.");
        }
        headsSeen++;
    }

    /// What follows cannot be read.
    public void unreadable(String reason) {
        fail(seq.next(), seq.equals(Seq.ZERO) ? null : at, reason);
    }

    private Seq signed() {
        return headsSeen == 0 ? Seq.ZERO : heads.get(headsSeen - 1).seq();
    }

    private void fail(Seq where, @Nullable Long when, String reason) {
        if (changed == null) {
            changed = new Changed(where, when, reason);
        }
    }

    /// There are no more events.
    public Finding end() {
        if (changed == null) {
            missing();
        }
        if (changed != null) {
            return changed;
        }
        if (heads.isEmpty()) {
            return new Unproven();
        }
        if (unrelated != null) {
            return unrelated;
        }
        if (kept != null && !kept.isOfOneOf(heads)) {
            return new Changed(
                    null, null, "The head that was kept was signed with another key than these.");
        }
        Head last = heads.getLast();
        return new Unchanged(last, seq.value() - last.seq().value());
    }

    private void missing() {
        if (headsSeen < heads.size()) {
            unreadable(
                    "It is missing: the relay signed events up to %s."
                            .formatted(heads.getLast().seq()));
        } else if (kept != null && kept.seq().isAfter(seq)) {
            unreadable(
                    "It is missing: the head that was kept is of event %s.".formatted(kept.seq()));
        }
    }
}
