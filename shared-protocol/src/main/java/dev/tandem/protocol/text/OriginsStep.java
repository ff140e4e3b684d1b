package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// One change that [Origins] follows. It lives for one call.
final class OriginsStep {
    private final Stretches stretches;
    private final Set<Integer> movers;
    private final int revision;
    private final Set<Integer> undone;
    private final List<New> unknown = new ArrayList<>();

    /// What a change that takes others back put somewhere, although it had not stood there.
    private record New(int at, String text) {}

    /// @param movers the revisions that brought something back to another place, or took that back
    /// @param undone the revisions that the one of the change takes back
    OriginsStep(Stretches stretches, Set<Integer> movers, int revision, Set<Integer> undone) {
        this.stretches = stretches;
        this.movers = movers;
        this.revision = revision;
        this.undone = undone;
    }

    /// Of what is put in the place of something, the deletion comes first, so that all that is gone
    /// there is found together.
    void take(TextChange change) {
        if (!Collections.disjoint(undone, movers)) {
            movers.add(revision);
            stretches.replaceAll(this::broughtHome);
        }
        int at = 0;
        int deletion = 0;
        String inserted = "";
        for (Part part : change.operation().parts()) {
            switch (part) {
                case Keep(int length) -> {
                    insert(at, inserted);
                    at += inserted.length() + length;
                    inserted = "";
                }
                case Insert(String text) -> inserted = text;
                case Delete _ -> delete(at, change.deleted().get(deletion++));
            }
        }
        insert(at, inserted);
        unknown.forEach(this::findElsewhere);
    }

    /// What was brought back to another place is there no more, or is there again, where the change
    /// that did it is taken back.
    private Stretch broughtHome(Stretch stretch) {
        if (stretch.isHere() || !stretch.past().isDueTo(undone)) {
            return stretch;
        }
        Past turned = stretch.past().turned(revision, undone);
        return turned.here() ? stretch : stretch.with(turned);
    }

    private void delete(int at, String text) {
        var rest = new StringBuilder(text);
        stretches.replaceHere(
                at,
                text.length(),
                stretch -> {
                    String gone = rest.substring(0, stretch.length());
                    rest.delete(0, stretch.length());
                    return stretch.cut(gone, stretch.past().turned(revision, undone));
                });
    }

    private void insert(int at, String text) {
        if (!text.isEmpty()) {
            stretches.replaceGap(at, gap -> filled(gap, at, text));
        }
    }

    /// Puts a text in a gap. Where the change takes others back, and this is what had stood here,
    /// it is the same text again; what is new stands to the right of what is gone.
    private List<Stretch> filled(List<Stretch> gap, int at, String text) {
        Predicate<Stretch> comesBack = comingBack(gap, text);
        TextOperation change = Matching.of(gone(gap, comesBack), text);
        if (Matching.kept(change) == 0) {
            comesBack = _ -> false;
        }
        List<Stretch> filled = new ArrayList<>();
        var cursor = new PartCursor(change);
        int offset = at;
        for (Stretch stretch : gap) {
            if (!comesBack.test(stretch)) {
                filled.add(stretch);
                continue;
            }
            for (int i = 0; i < stretch.length(); ) {
                offset += addNew(cursor, offset, filled);
                int length = Math.min(cursor.remaining(), stretch.length() - i);
                Stretch part = stretch.part(i, i + length);
                filled.add(cursor.keeps() ? broughtBack(part) : part);
                offset += cursor.keeps() ? length : 0;
                cursor.skip(length);
                i += length;
            }
        }
        addNew(cursor, offset, filled);
        return filled;
    }

    private int addNew(PartCursor change, int at, List<Stretch> filled) {
        if (!(change.part() instanceof Insert(String text))) {
            return 0;
        }
        filled.add(Stretch.put(text.length(), revision));
        change.next();
        if (!undone.isEmpty()) {
            unknown.add(new New(at, text));
        }
        return text.length();
    }

    private Stretch broughtBack(Stretch gone) {
        Past past = gone.past();
        return gone.back(
                past.isDueTo(undone) ? past.turned(revision, undone) : past.turnedBack(revision));
    }

    /// What may come back by `text`: what is gone due to what is undone; or, since two may have
    /// taken away the same at the same time, anything, if that explains all of the text.
    private Predicate<Stretch> comingBack(List<Stretch> gap, String text) {
        if (undone.isEmpty()) {
            return _ -> false;
        }
        return isMadeOf(gap, this::isUndone, text) || !isMadeOf(gap, this::mayReturn, text)
                ? this::isUndone
                : this::mayReturn;
    }

    private static boolean isMadeOf(List<Stretch> gap, Predicate<Stretch> of, String text) {
        return Matching.kept(Matching.of(gone(gap, of), text)) == text.length();
    }

    private boolean mayReturn(Stretch stretch) {
        return !stretch.past().isDueTo(revision) && stretch.past().turnedBack(revision).here();
    }

    private boolean isUndone(Stretch stretch) {
        return !stretch.isHere()
                && stretch.past().isDueTo(undone)
                && !stretch.past().isDueTo(revision);
    }

    /// Where others wrote at the same time, what comes back can come to another place.
    private void findElsewhere(New found) {
        int passed = 0;
        int to = found.at;
        for (Part part : Matching.of(gone(stretches, this::isUndone), found.text).parts()) {
            switch (part) {
                case Keep(int length) -> {
                    move(passed, length, to);
                    to += length;
                }
                case Insert(String text) -> to += text.length();
                case Delete(int length) -> passed += length;
            }
        }
    }

    private void move(int from, int length, int to) {
        movers.add(revision);
        List<Stretch> moved = new ArrayList<>();
        stretches.replaceGone(
                this::isUndone,
                from,
                length,
                stretch -> {
                    moved.add(stretch);
                    return stretch.with(stretch.past().movedAway(revision));
                });
        int at = to;
        for (Stretch stretch : moved) {
            Past past = stretch.past().movedHere(revision, undone);
            stretches.replaceHere(at, stretch.length(), there -> there.with(past));
            at += stretch.length();
        }
    }

    private static String gone(Iterable<Stretch> stretches, Predicate<Stretch> wanted) {
        var gone = new StringBuilder();
        for (Stretch stretch : stretches) {
            if (stretch.gone() != null && wanted.test(stretch)) {
                gone.append(stretch.gone());
            }
        }
        return gone.toString();
    }
}
