package dev.tandem.protocol.api;

import org.jspecify.annotations.Nullable;

/// Asks for a token, with an interviewer's email address and password.
///
/// @param otp the code of the second step, or one of the recovery codes; null for none
public record Login(String email, String password, @Nullable String otp) {

    /// Without a second step.
    public Login(String email, String password) {
        this(email, password, null);
    }

    /// Without the password: it is not for logs.
    @Override
    public String toString() {
        return "Login[]";
    }
}
