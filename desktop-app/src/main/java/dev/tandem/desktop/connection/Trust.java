package dev.tandem.desktop.connection;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Which relays are the ones they say they are: those that this computer trusts, and those whose
/// certificate the person has agreed to, as long as it is the same. A certificate that is made out
/// to another name or has expired is never agreed to. Any thread.
public final class Trust {
    private final KnownRelays known;
    private final X509ExtendedTrustManager system = manager(null);
    private final Map<String, Stranger> strangers = new ConcurrentHashMap<>();
    private final SSLContext context = context(new Judge());

    /// @param known what was agreed to before
    public Trust(KnownRelays known) {
        this.known = known;
    }

    /// For connections that trust like this.
    public SSLContext context() {
        return context;
    }

    /// The relay that was not trusted when this host was last tried; asked once.
    public Optional<Stranger> stranger(String host) {
        return Optional.ofNullable(strangers.remove(normal(host)));
    }

    /// From now on this is the relay of its host.
    public void agreeTo(Stranger stranger) {
        known.keep(stranger.host(), stranger.fingerprint());
    }

    /// As engines and addresses write it, whichever it comes from.
    private static String normal(String host) {
        return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    private static SSLContext context(TrustManager manager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /// @param trusted null for what the computer trusts
    private static X509ExtendedTrustManager manager(@Nullable KeyStore trusted) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PKIX", e);
        }
    }

    /// Trusts one certificate alone, and still looks at the name it is made out to.
    private static X509ExtendedTrustManager managerOf(X509Certificate certificate)
            throws CertificateException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("relay", certificate);
            return manager(trusted);
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException(e);
        }
    }

    private final class Judge extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            try {
                system.checkServerTrusted(chain, type, engine);
            } catch (CertificateException e) {
                chain[0].checkValidity();
                managerOf(chain[0]).checkServerTrusted(chain, type, engine);
                lookUp(normal(engine.getPeerHost()), chain[0], e);
            }
        }

        private void lookUp(String host, X509Certificate certificate, CertificateException e)
                throws CertificateException {
            String agreed = known.recall(host);
            Stranger stranger = Stranger.of(host, certificate, agreed);
            if (!stranger.fingerprint().equals(agreed)) {
                strangers.put(host, stranger);
                throw e;
            }
        }

        // Neither Tyrus nor Java's HTTP client comes this way: both have an engine, which knows the
        // name that the certificate has to be made out to.
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            system.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            system.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            system.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            system.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            system.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return system.getAcceptedIssuers();
        }
    }
}
