package dev.tandem.desktop.session;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.RoomSnapshot.Retention;
import org.jspecify.annotations.Nullable;

/// What a relay keeps, and how long.
///
/// @param retention null where the relay does not say
public record Kept(SessionId session, @Nullable Retention retention) {}
