package dev.tandem.desktop.connection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A relay whose certificate this computer does not trust, though it is made out to the relay's
/// name and has not expired.
///
/// @param host its name or address
/// @param fingerprint SHA-256 of the certificate, as others print it: `AB:CD:…`
/// @param before of the certificate that was trusted until now; null where there was none
public record Stranger(
        String host,
        String fingerprint,
        Instant validFrom,
        Instant validUntil,
        @Nullable String before) {

    static Stranger of(String host, X509Certificate certificate, @Nullable String before)
            throws CertificateEncodingException {
        return new Stranger(
                host,
                fingerprint(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                before);
    }

    private static String fingerprint(X509Certificate certificate)
            throws CertificateEncodingException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
