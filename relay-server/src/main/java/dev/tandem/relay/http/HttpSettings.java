package dev.tandem.relay.http;

import java.time.Duration;
import java.time.InstantSource;

/// What can be set about the HTTP API.
///
/// @param openHost who calls from this computer may make sessions without an account
/// @param inviteExpiry how long a new session's invites let people in
public record HttpSettings(boolean openHost, Duration inviteExpiry, InstantSource clock) {}
