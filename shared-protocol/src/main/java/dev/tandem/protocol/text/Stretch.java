package dev.tandem.protocol.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Some neighbouring characters with one past; those that are gone keep their place.
///
/// @param gone the text that stood here; null where it still does
/// @param since the revision that first put it in this place; 0 if it was always there
record Stretch(int length, @Nullable String gone, int since, Past past) {

    /// Text from the beginning.
    static Stretch original(int length) {
        return new Stretch(length, null, 0, Past.ALWAYS);
    }

    static Stretch put(int length, int revision) {
        return new Stretch(length, null, revision, Past.NEVER.turned(revision, Set.of()));
    }

    boolean isHere() {
        return gone == null;
    }

    int lengthHere() {
        return isHere() ? length : 0;
    }

    /// The characters from `from` up to `to`, which are offsets in this stretch.
    Stretch part(int from, int to) {
        String text = gone == null ? null : gone.substring(from, to);
        return new Stretch(to - from, text, since, past);
    }

    Stretch cut(String text, Past other) {
        return new Stretch(length, text, since, other);
    }

    Stretch back(Past other) {
        return new Stretch(length, null, since, other);
    }

    Stretch with(Past other) {
        return new Stretch(length, gone, since, other);
    }

    /// Whether it was the other way round before the revisions from `first` to `last`, and is due
    /// to them.
    boolean isDueTo(int first, int last) {
        if (since < first && past.newest() < first) {
            return false; // as of most; it saves the longer way below
        }
        boolean isOlder = since < first || since > last;
        boolean wasHere = isOlder && past.before(first, last).here();
        return wasHere != isHere();
    }
}
