package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Intent;

/// A command that has not been answered.
///
/// @param after what was known of the log when it was issued: what becomes of it stands behind that
record Pending(CommandId id, Intent intent, Seq after) {

    boolean isEdit() {
        return intent instanceof Intent.CodeUpdate;
    }

    boolean isEditOf(DocumentId doc) {
        return intent instanceof Intent.CodeUpdate update && update.doc().equals(doc);
    }
}
