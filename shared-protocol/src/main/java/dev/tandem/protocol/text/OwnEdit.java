package dev.tandem.protocol.text;

import java.util.List;

/// What a person did to the text they see, and what it has to do with their undo.
///
/// @param operation on the text that they saw
/// @param group the number of the edits that are undone together with it; 0 where it is not one of
///   any
/// @param undoes the group that it takes back, as an undo or a redo; 0 for none
/// @param reverts the revisions that it takes back, whoever made them, ascending
public record OwnEdit(TextOperation operation, int group, int undoes, List<Integer> reverts) {
    public OwnEdit {
        reverts = List.copyOf(reverts);
    }

    /// An edit that takes nothing back.
    static OwnEdit inGroup(int group, TextOperation operation) {
        return new OwnEdit(operation, group, 0, List.of());
    }

    /// The same edit, carried over others' operations.
    public OwnEdit with(TextOperation carried) {
        return new OwnEdit(carried, group, undoes, reverts);
    }

    /// An edit of someone who keeps no account of what could be undone.
    public static OwnEdit plain(TextOperation operation) {
        return inGroup(0, operation);
    }
}
