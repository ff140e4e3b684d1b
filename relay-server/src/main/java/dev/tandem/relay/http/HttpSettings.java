package dev.tandem.relay.http;

import dev.tandem.relay.config.ByteSize;
import dev.tandem.relay.config.Proxies;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What can be set about the HTTP API.
///
/// @param openHost who calls from this computer may make sessions without an account
/// @param localKey lists and opens, on this computer, what was made without an account; null where
///   nothing does
/// @param inviteExpiry how long a new session's invites let people in
/// @param proxies whose word on who calls counts
/// @param body how large the body of a request may be
public record HttpSettings(
        boolean openHost,
        @Nullable String localKey,
        Duration inviteExpiry,
        Proxies proxies,
        ByteSize body,
        InstantSource clock) {}
