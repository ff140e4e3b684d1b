package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Certificates of one's own for 127.0.0.1, made by the JDK's keytool.
final class Certificates {
    static final String PASSWORD = "changeit";

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    /// Makes a PKCS#12 file of a new key and its certificate, and the two as PEM files beside it.
    ///
    /// @param algorithm `RSA`, `EC` or `Ed25519`
    static Path make(Path folder, String name, String algorithm) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "relay",
                                "-keyalg",
                                algorithm,
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore read = read(store);
        write(certificate(store), "CERTIFICATE", read.getCertificate("relay").getEncoded());
        write(key(store), "PRIVATE KEY", read.getKey("relay", PASSWORD.toCharArray()).getEncoded());
        return store;
    }

    static Path certificate(Path store) {
        return store.resolveSibling(store.getFileName() + ".crt.pem");
    }

    static Path key(Path store) {
        return store.resolveSibling(store.getFileName() + ".key.pem");
    }

    /// Trusts these certificates and nobody else's.
    static SSLContext trusting(Path... stores) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (Path store : stores) {
            trusted.setCertificateEntry(store.toString(), read(store).getCertificate("relay"));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore read(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void write(Path file, String kind, byte[] bytes) throws Exception {
        Files.writeString(
                file,
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(kind, PEM.encodeToString(bytes)));
    }
}
