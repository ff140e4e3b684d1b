package dev.tandem.desktop.connection;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.glassfish.tyrus.client.exception.DeploymentHandshakeException;
import org.jspecify.annotations.Nullable;

/// Puts into words why a relay could not be reached, be it by WebSocket or by HTTP.
public final class Unreachable {
    private final String place;
    private final String host;
    private final boolean tls;

    private Unreachable(URI address) {
        place = address.getAuthority();
        host = address.getHost();
        tls = address.getScheme().equals("wss") || address.getScheme().equals("https");
    }

    /// What is wrong and what to do, for people.
    public static String sentence(URI address, Throwable failure) {
        return trouble(address, failure).sentence();
    }

    static Trouble trouble(URI address, Throwable failure) {
        Unreachable place = new Unreachable(address);
        Trouble trouble = place.known(failure);
        return trouble == null ? place.silent() : trouble;
    }

    // What lies deepest says it best.
    private @Nullable Trouble known(Throwable failure) {
        Throwable cause = failure.getCause();
        Trouble deeper = cause == null ? null : known(cause);
        return deeper == null ? inWords(failure) : deeper;
    }

    private @Nullable Trouble inWords(Throwable failure) {
        return switch (failure) {
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
            case SSLException _ -> noTls();
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
            default -> stranger();
        };
    }

    /// Something answers at `address`, but no relay.
    public static String notARelay(URI address) {
        return new Unreachable(address).stranger().sentence();
    }

    private Trouble stranger() {
        return new Trouble(
                "What answers at %s is not a relay of Tandem.".formatted(place),
                "Check the address and its port.");
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
}
