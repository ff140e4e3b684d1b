package dev.tandem.relay.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What has to hold between the values of a relay's configuration.
final class RelayRules {
    private static final Predicate<String> IS_ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s]+").asMatchPredicate();

    static final List<Rule<RelayConfig>> ALL =
            List.of(
                    new Rule<>(
                            List.of("access.open-host", "host", "access.open-host-anywhere"),
                            RelayRules::openHostIsMeant),
                    new Rule<>(List.of("access.allowed-origins"), RelayRules::originsAreOrigins),
                    new Rule<>(List.of("access.trusted-proxies"), RelayRules::proxiesAreNetworks),
                    new Rule<>(
                            List.of("tls.certificate", "tls.key", "tls.keystore"),
                            RelayRules::oneCertificate),
                    new Rule<>(
                            List.of("connections.silence", "connections.heartbeat"),
                            RelayRules::silenceIsBroken));

    private RelayRules() {}

    private static Optional<String> openHostIsMeant(RelayConfig config) {
        AccessConfig access = config.access();
        return !access.openHost() || access.openHostAnywhere() || Loopback.is(config.host())
                ? Optional.empty()
                : Optional.of(
                        "with the host %s anyone in the network could create sessions; if that is"
                                        .formatted(Shown.plain(config.host()))
                                + " what you want, add --open-host-anywhere"
                                + " (access.open-host-anywhere)");
    }

    private static Optional<String> originsAreOrigins(RelayConfig config) {
        return config.access().allowedOrigins().stream()
                .filter(IS_ORIGIN.negate())
                .map(origin ->
                        Shown.quoted(origin)
                                + " is no origin; write for instance https://example.org, without"
                                + " a path")
                .findFirst();
    }

    private static Optional<String> proxiesAreNetworks(RelayConfig config) {
        return config.access().trustedProxies().stream()
                .filter(range -> AddressRange.parse(range).isEmpty())
                .map(range ->
                        Shown.quoted(range)
                                + " is no address and no network; write for instance 127.0.0.1 or"
                                + " 10.0.0.0/8")
                .findFirst();
    }

    private static Optional<String> oneCertificate(RelayConfig config) {
        TlsConfig tls = config.tls();
        if (tls.keystore() != null && (tls.certificate() != null || tls.key() != null)) {
            return Optional.of(
                    "tls.keystore holds certificate and key; name either it or the PEM files");
        }
        return (tls.certificate() == null) == (tls.key() == null)
                ? Optional.empty()
                : Optional.of(
                        "a certificate needs its key: name both, tls.certificate and tls.key");
    }

    private static Optional<String> silenceIsBroken(RelayConfig config) {
        Duration silence = config.connections().silence();
        Duration heartbeat = config.connections().heartbeat();
        return silence.compareTo(heartbeat) > 0
                ? Optional.empty()
                : Optional.of(
                        "connections.silence (%s) has to be longer than connections.heartbeat (%s), or every connection is lost"
                                .formatted(Durations.write(silence), Durations.write(heartbeat)));
    }
}
