package dev.tandem.relay.coderun;

import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.SessionId;

/// Names one run among those of all sessions.
public record RunKey(SessionId session, RunId run) {}
