package dev.tandem.protocol.api;

/// The bearer token of an interviewer.
///
/// @param token opaque
/// @param expiresAt until when it is good if it is not used, epoch milliseconds UTC; each use puts
///   that off
public record LoggedIn(String token, long expiresAt, User user) {
    public record User(String id, String email, String name) {}

    /// Without the token: it is not for logs.
    @Override
    public String toString() {
        return "LoggedIn[" + user.id() + "]";
    }
}
