package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.TextOperation;
import org.jspecify.annotations.Nullable;

/// A change that was not made here, to be applied to the visible text.
///
/// @param by whose change it is; null where it is not known
public record RemoteEdit(TextOperation operation, @Nullable ParticipantId by) {}
