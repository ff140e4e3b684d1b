package dev.tandem.relay.tls;

import dev.tandem.relay.config.Secret;
import dev.tandem.relay.config.TlsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Reads who the relay is: its certificate and key.
final class Identity {
    private static final char[] NO_PASSWORD = {};

    private Identity() {}

    /// @throws TlsFailure if the files cannot be used
    static X509ExtendedKeyManager read(TlsConfig config) throws TlsFailure {
        Path keystore = config.keystore();
        return keystore == null
                ? ofPem(
                        Objects.requireNonNull(config.certificate()),
                        Objects.requireNonNull(config.key()))
                : ofPkcs12(keystore, config.keystorePassword());
    }

    private static X509ExtendedKeyManager ofPem(Path certificates, Path keyFile) throws TlsFailure {
        Certificate[] chain = Pem.certificates(certificates);
        PrivateKey key = Pem.key(keyFile);
        if (!belongTogether(chain[0], key)) {
            throw new TlsFailure(
                    "The key in %s does not go with the certificate in %s."
                            .formatted(keyFile, certificates));
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("relay", key, NO_PASSWORD, chain);
            return manager(store, NO_PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsFailure(
                    "%s and %s cannot be used: %s".formatted(certificates, keyFile, e.getMessage()),
                    e);
        }
    }

    /// A keystore takes any two; the clients would find out.
    private static boolean belongTogether(Certificate certificate, PrivateKey key) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            byte[] something = certificate.getEncoded();
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(something);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(something);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509ExtendedKeyManager ofPkcs12(Path file, @Nullable Secret password)
            throws TlsFailure {
        char[] characters = password == null ? NO_PASSWORD : password.value().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, characters);
            return manager(store, characters);
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsFailure(
                    file
                            + " cannot be read as a PKCS#12 file with this password"
                            + " (tls.keystore-password).",
                    e);
        }
    }

    private static X509ExtendedKeyManager manager(KeyStore store, char[] password)
            throws GeneralSecurityException {
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return Arrays.stream(factory.getKeyManagers())
                .filter(X509ExtendedKeyManager.class::isInstance)
                .map((KeyManager manager) -> (X509ExtendedKeyManager) manager)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no key manager"));
    }
}
