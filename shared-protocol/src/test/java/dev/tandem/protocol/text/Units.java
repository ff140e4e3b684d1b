package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.List;

/// A text as code units of which each is somebody: who is still there later says where a caret
/// belongs then, whatever happened in between. Slow and plain: what is quick is held against it.
public final class Units {
    private final List<Unit> units;

    /// One equals another only if it is the same one.
    private static final class Unit {
        private final char value;

        private Unit(char value) {
            this.value = value;
        }
    }

    private Units(List<Unit> units) {
        this.units = units;
    }

    public static Units of(String text) {
        return new Units(fresh(text));
    }

    /// The text after an operation: who is kept is the same one afterwards.
    public Units after(TextOperation operation) {
        List<Unit> after = new ArrayList<>();
        int at = 0;
        for (Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> after.addAll(units.subList(at, at + length));
                case Insert(String text) -> after.addAll(fresh(text));
                case Delete _ -> {}
            }
            at += part.baseLength();
        }
        return new Units(after);
    }

    /// Where a caret in this text stands in a later one: behind the unit that it stood behind. If
    /// that one is gone, before the first one that is left of those it stood before.
    public int carry(int position, Units later) {
        if (position == 0) {
            return 0;
        }
        int before = later.units.indexOf(units.get(position - 1));
        if (before >= 0) {
            return before + 1;
        }
        return units.stream()
                .skip(position)
                .mapToInt(later.units::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(later.units.size());
    }

    public Selection carry(Selection selection, Units later) {
        return new Selection(carry(selection.anchor(), later), carry(selection.head(), later));
    }

    public int length() {
        return units.size();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        units.forEach(unit -> text.append(unit.value));
        return text.toString();
    }

    private static List<Unit> fresh(String text) {
        return text.chars().mapToObj(unit -> new Unit((char) unit)).toList();
    }
}
