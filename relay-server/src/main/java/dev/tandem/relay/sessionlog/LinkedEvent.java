package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.wire.EventLine;

/// An event as it is stored, with its link of the chain.
public record LinkedEvent(EventLine line, ChainHash hash) {}
