package dev.tandem.desktop.connection;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.glassfish.tyrus.client.exception.DeploymentHandshakeException;
import org.jspecify.annotations.Nullable;

/// Puts into words why a connection could not be opened.
final class OpeningFailure {
    private final String place;
    private final String host;
    private final boolean tls;

    OpeningFailure(URI room) {
        place = room.getAuthority();
        host = room.getHost();
        tls = "wss".equals(room.getScheme());
    }

    Trouble trouble(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Trouble trouble = known(cause);
            if (trouble != null) {
                return trouble;
            }
        }
        return silent();
    }

    private @Nullable Trouble known(Throwable cause) {
        return switch (cause) {
            case DeploymentHandshakeException answer -> answered(answer.getHttpStatusCode());
            case UnresolvedAddressException _, UnknownHostException _ ->
                    new Trouble(
                            "There is no computer with the name %s.".formatted(host),
                            "Check the address, and whether this computer is online.");
            case NoRouteToHostException _ ->
                    new Trouble(
                            "There is no way from here to %s.".formatted(host),
                            "Check the address, and whether both are in one network.");
            case ConnectException _ ->
                    new Trouble(
                            "No relay answers at %s.".formatted(place),
                            "Check the address, and whether the relay is running.");
            case CertificateException _ -> untrusted();
            case SSLException _ -> causedByCertificate(cause) ? untrusted() : noTls();
            case TimeoutException _ -> silent();
            default -> null;
        };
    }

    private Trouble answered(int status) {
        return switch (status) {
            case 403 ->
                    new Trouble(
                            "The relay at %s does not let this computer in.".formatted(place),
                            "Ask whoever runs it.");
            case 429 ->
                    new Trouble(
                            "The relay at %s has too many connections from here.".formatted(place),
                            "Wait a minute, then try again.");
            case 502, 503, 504 ->
                    new Trouble(
                            "The relay at %s is not ready.".formatted(place),
                            "Try again in a moment.");
            default ->
                    new Trouble(
                            "What answers at %s is not a relay of Tandem.".formatted(place),
                            "Check the address and its port.");
        };
    }

    private Trouble silent() {
        return tls
                ? noTls()
                : new Trouble(
                        "Nothing answers at %s in time.".formatted(place),
                        "Check the address, and whether a firewall is in between.");
    }

    private Trouble noTls() {
        return new Trouble(
                "%s does not answer with TLS.".formatted(place),
                "Check the address, and whether this relay uses TLS.");
    }

    private Trouble untrusted() {
        return new Trouble(
                "The certificate of %s is not one that this computer trusts.".formatted(host),
                "Ask whoever runs the relay.");
    }

    private static boolean causedByCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}
