package dev.tandem.relay.access;

/// An interviewer who can log in.
///
/// @param email in lower case
public record Account(String id, String email, String name) {}
