package dev.tandem.relay.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the relay needs to speak TLS by itself: a certificate with its key, as PEM files or as one
/// PKCS#12 file.
public record TlsConfig(
        @Key(
                        help =
                                "The relay's certificate and those that lead to its root, a PEM file."
                                        + " With it the relay speaks TLS.",
                        option = "--tls-certificate")
                @Nullable Path certificate,
        @Key(help = "The certificate's private key, a PEM file (PKCS#8).", option = "--tls-key")
                @Nullable Path key,
        @Key(help = "Both in one PKCS#12 file, in place of the two.", option = "--tls-keystore")
                @Nullable Path keystore,
        @Key(help = "The password of `keystore`.") @Nullable Secret keystorePassword) {

    /// Whether the relay is to speak TLS.
    public boolean isOn() {
        return certificate != null || keystore != null;
    }
}
