package dev.tandem.protocol.api;

/// Whose account it is, and how they sign in.
///
/// @param totp whether a second step is wanted besides the password
/// @param recoveryCodesLeft how many recovery codes are not used yet
public record AccountDetails(LoggedIn.User user, boolean totp, int recoveryCodesLeft) {}
