/// The connections of the room's WebSocket: frames, not rules.
@NullMarked
package dev.tandem.relay.connection;

import org.jspecify.annotations.NullMarked;
