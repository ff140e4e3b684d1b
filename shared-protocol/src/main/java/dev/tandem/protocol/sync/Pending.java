package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.intent.Intent;

/// A command that has not been answered.
record Pending(CommandId id, Intent intent) {}
