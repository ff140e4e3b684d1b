package dev.tandem.relay.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates and keys in PEM files (RFC 7468).
final class Pem {
    private static final Pattern PKCS_8 =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    /// The certificates of a file in its order, the relay's own first.
    static Certificate[] certificates(Path file) throws TlsFailure {
        try {
            Certificate[] chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(read(file)))
                            .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new TlsFailure("There is no certificate in " + file + ".");
            }
            return chain;
        } catch (CertificateException e) {
            throw new TlsFailure(
                    "What is in " + file + " are no certificates in PEM; name another file.", e);
        }
    }

    static PrivateKey key(Path file) throws TlsFailure {
        Matcher key = PKCS_8.matcher(new String(read(file), US_ASCII));
        if (!key.find()) {
            throw new TlsFailure(
                    "There is no private key in PKCS#8 in %s; 'openssl pkcs8 -topk8 -nocrypt -in KEY -out %<s' makes one of another."
                            .formatted(file));
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(key.group(1));
        } catch (IllegalArgumentException e) {
            throw new TlsFailure("The private key in " + file + " is damaged.", e);
        }
        return key(bytes, file);
    }

    private static PrivateKey key(byte[] bytes, Path file) throws TlsFailure {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException _) {
                // of another kind
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + algorithm, e);
            }
        }
        throw new TlsFailure("The private key in " + file + " is of no kind that TLS uses.");
    }

    private static byte[] read(Path file) throws TlsFailure {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TlsFailure(file + " cannot be read.", e);
        }
    }
}
