package dev.tandem.desktop.session;

/// Whether the text here is the relay's.
public enum TextState {
    /// It is, as far as anyone knows: the relay lets it be compared every few seconds.
    IN_SYNC,
    /// It is not, or what the relay says does not fit it. The relay's is on its way.
    RESYNCING,
    /// It was put right a few seconds ago; what was not sent yet is kept.
    REPAIRED
}
