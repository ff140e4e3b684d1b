package dev.tandem.protocol.api;

/// Asks for a token, with an interviewer's email address and password.
public record Login(String email, String password) {

    /// Without the password: it is not for logs.
    @Override
    public String toString() {
        return "Login[]";
    }
}
