package dev.tandem.relay.config;

import java.time.Duration;

/// Interviews.
public record RoomConfig(
        @Key(
                        help =
                                "How long an interview goes on without an interviewer, and how long the"
                                        + " place of someone is kept whose connection was lost.",
                        byDefault = "120s",
                        least = "0s",
                        most = "24h",
                        option = "--interviewer-grace")
                Duration interviewerGrace,
        @Key(
                        help =
                                "How long an interview that was not started waits with nobody in it.",
                        byDefault = "24h",
                        least = "1s",
                        most = "365d",
                        option = "--waiting-expiry")
                Duration waitingExpiry) {}
