package dev.tandem.relay.tls;

import dev.tandem.relay.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// TLS with a certificate that can be renewed while the relay runs. Any thread.
public final class Tls {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    private final TlsConfig config;
    private final CurrentIdentity identity;
    private final SSLContext context;
    private List<FileTime> readAt;

    /// @throws TlsFailure if certificate and key cannot be used
    public Tls(TlsConfig config) throws TlsFailure {
        this.config = config;
        readAt = times();
        identity = new CurrentIdentity(Identity.read(config));
        context = context(identity);
    }

    private static SSLContext context(CurrentIdentity identity) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {identity}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    public SSLContext context() {
        return context;
    }

    /// Reads the files again if they have changed since.
    public synchronized void reloadIfChanged() {
        if (!times().equals(readAt)) {
            reload();
        }
    }

    /// Reads the files again. Where they cannot be used, what was before stays, and the log says
    /// why.
    public synchronized void reload() {
        readAt = times();
        try {
            identity.set(Identity.read(config));
            LOG.info("The certificate was read again");
        } catch (TlsFailure e) {
            LOG.error("The certificate of before stays in use: {}", e.getMessage());
        }
    }

    private List<FileTime> times() {
        return Stream.of(config.certificate(), config.key(), config.keystore())
                .filter(Objects::nonNull)
                .map(Tls::time)
                .toList();
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // not there at this moment
        }
    }
}
