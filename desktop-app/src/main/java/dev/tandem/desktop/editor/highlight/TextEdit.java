package dev.tandem.desktop.editor.highlight;

/// A change of a text at one place, in UTF-16 code units: `deleted` of them go at `offset`, then
/// `inserted` comes there.
public record TextEdit(int offset, int deleted, String inserted) {
    public TextEdit {
        if (offset < 0 || deleted < 0) {
            throw new IllegalArgumentException("No edit at " + offset + " of " + deleted);
        }
    }

    int deletedEnd() {
        return offset + deleted;
    }

    int insertedEnd() {
        return offset + inserted.length();
    }

    void applyTo(StringBuilder text) {
        text.replace(offset, deletedEnd(), inserted);
    }

    /// Where a position goes. One inside what was deleted goes to the edit's place; one at the
    /// place of an insert goes behind it if `right`, else it stays.
    int map(int position, boolean right) {
        if (position < offset || (position == offset && !right)) {
            return position;
        }
        if (position < deletedEnd()) {
            return right ? insertedEnd() : offset;
        }
        return position + inserted.length() - deleted;
    }
}
