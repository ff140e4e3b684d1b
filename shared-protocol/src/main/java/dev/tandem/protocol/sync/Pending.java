package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.Intent;

/// A command that has not been answered.
record Pending(CommandId id, Intent intent) {

    boolean isEdit() {
        return intent instanceof Intent.CodeUpdate;
    }

    boolean isEditOf(DocumentId doc) {
        return intent instanceof Intent.CodeUpdate update && update.doc().equals(doc);
    }
}
