package dev.tandem.protocol.sync;

/// What a client wants to know when it joins the next time.
enum Asking {
    /// What happened meanwhile.
    NEWS,
    /// What became of its own commands, which only the log tells for sure. The texts here are not
    /// the relay's, so that nothing else of the log is of use; the whole state is asked for next.
    ANSWERS,
    /// The whole state, with nothing of its own under way.
    WHOLE
}
