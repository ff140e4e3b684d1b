package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import java.util.ArrayList;
import java.util.List;

/// A text as code units of which each is somebody: who is still there later says where a caret
/// belongs then, whatever was done in between. Slow and plain: the editor is held against it.
final class Units {
    private final List<Unit> units = new ArrayList<>();
    private List<Unit> before = List.of();

    /// One equals another only if it is the same one.
    private static final class Unit {
        private final char value;

        private Unit(char value) {
            this.value = value;
        }
    }

    Units(String text) {
        replace(0, 0, text);
    }

    /// From here on is one change, to [#carry] over.
    void mark() {
        before = List.copyOf(units);
    }

    void replace(int from, int to, String by) {
        units.subList(from, to).clear();
        units.addAll(from, by.chars().mapToObj(unit -> new Unit((char) unit)).toList());
    }

    /// Where both ends of a selection stand now that stood so when it was marked.
    Selection carry(Selection selection) {
        return new Selection(carry(selection.anchor()), carry(selection.head()));
    }

    /// Behind the unit that it stood behind; if that one is gone, before the first one that is left
    /// of those it stood before.
    private int carry(int position) {
        if (position == 0) {
            return 0;
        }
        int left = units.indexOf(before.get(position - 1));
        if (left >= 0) {
            return left + 1;
        }
        return before.stream()
                .skip(position)
                .mapToInt(units::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(units.size());
    }

    /// Where what changed since it was marked ends: before all that is the same up to the end.
    int endOfChange() {
        int same = 0;
        while (same < Math.min(before.size(), units.size())
                && before.get(before.size() - 1 - same) == units.get(units.size() - 1 - same)) {
            same++;
        }
        return units.size() - same;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        units.forEach(unit -> text.append(unit.value));
        return text.toString();
    }
}
