package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Word;

/// In which order sessions are listed.
public enum SessionSort implements Word {
    NEWEST,
    OLDEST,
    /// Those that took longest first, those that are not over last.
    LONGEST,
    /// By their titles, without regard to case.
    TITLE
}
