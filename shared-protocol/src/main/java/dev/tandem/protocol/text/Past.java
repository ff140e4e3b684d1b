package dev.tandem.protocol.text;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// How it came that some text is in its place, or is gone from it.
///
/// @param here whether it is there
/// @param causes the revisions that this is due to, each with how it was before: the one that made
///   it so, and where that one took back what had been done before, those that it was due to then
record Past(boolean here, PSortedMap<Integer, Past> causes) {
    /// From the beginning.
    static final Past ALWAYS = new Past(true, TreePMap.empty());

    static final Past NEVER = new Past(false, TreePMap.empty());

    /// The newest of the causes; 0 where there is none.
    int newest() {
        return causes.isEmpty() ? 0 : causes.lastKey();
    }

    boolean isDueTo(int revision) {
        return causes.containsKey(revision);
    }

    boolean isDueTo(Set<Integer> revisions) {
        return revisions.stream().anyMatch(causes::containsKey);
    }

    /// `revision` made it the other way round, or, where it takes back a cause, as it was before
    /// that one.
    ///
    /// @param undone what `revision` takes back
    Past turned(int revision, Set<Integer> undone) {
        for (var cause : causes.entrySet()) {
            if (undone.contains(cause.getKey())) {
                return cause.getValue().also(revision, this);
            }
        }
        return new Past(!here, TreePMap.singleton(revision, this));
    }

    /// `revision` made it as it was before the last cause.
    Past turnedBack(int revision) {
        return Objects.requireNonNull(causes.lastEntry()).getValue().also(revision, this);
    }

    /// `revision` brought it back, but to another place: it is gone from this one all the same.
    Past movedAway(int revision) {
        return new Past(false, TreePMap.singleton(revision, this));
    }

    /// In that other place.
    ///
    /// @param undone what `revision` takes back
    Past movedHere(int revision, Set<Integer> undone) {
        return turned(revision, undone).also(revision, NEVER);
    }

    private Past also(int revision, Past before) {
        return new Past(here, causes.plus(revision, before));
    }

    /// How it was before the revisions from `first` to `last`, as far as it is due to them.
    Past before(int first, int last) {
        Past past = this;
        Map.Entry<Integer, Past> cause = causes.ceilingEntry(first);
        while (cause != null && cause.getKey() <= last) {
            past = cause.getValue();
            cause = past.causes.ceilingEntry(first);
        }
        return past;
    }
}
