package dev.tandem.protocol.role;

/// Why a participant is no longer connected. Only who was `LOST` may come back by a resume.
public enum DepartureReason implements Word {
    LEFT,
    LOST,
    REMOVED
}
