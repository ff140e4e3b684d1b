package dev.tandem.protocol.api;

/// What an authenticator application needs to know.
///
/// @param secret 160 bits in base 32
/// @param uri the same as an `otpauth://` address, to be shown as a QR code
public record TotpSecret(String secret, String uri) {

    /// Without the secret: it is not for logs.
    @Override
    public String toString() {
        return "TotpSecret[]";
    }
}
