package dev.tandem.protocol.api;

/// Changes the second step of signing in, step by step.
public sealed interface TotpChange {

    /// Asks for a secret.
    record Begin(String password) implements TotpChange {
        /// Without the password: it is not for logs.
        @Override
        public String toString() {
            return "Begin[]";
        }
    }

    /// Turns it on.
    ///
    /// @param otp a code of the secret, which shows that it arrived
    record Confirm(String otp) implements TotpChange {}

    /// Turns it off.
    ///
    /// @param otp a code, or one of the recovery codes
    record TurnOff(String password, String otp) implements TotpChange {
        /// Without the password: it is not for logs.
        @Override
        public String toString() {
            return "TurnOff[]";
        }
    }
}
