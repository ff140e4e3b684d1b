package dev.tandem.relay.config;

import dev.tandem.protocol.api.InviteLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Everything a relay is told, checked once.
///
/// @param host the interface to listen on, a name or an address
/// @param port 0 takes a free one
/// @param data the folder of everything that lasts
/// @param interviewerGrace how long an active session waits for an interviewer who was lost
/// @param openHost whoever comes over the loopback interface may create sessions without an account
/// @param openHostAnywhere allows `openHost` on a `host` that others can reach
/// @param allowedOrigins what a handshake's `Origin` may be, if it has one
/// @param roomSize how many participants a room connects at most
/// @param waitingExpiry when a session that never started ends, counted from the last who was there
/// @param heartbeat between two pings of a connection
/// @param silence after which a connection counts as lost
/// @param joinTimeout how long a connection may take for its first message
/// @param inviteExpiry how long an invite lets people in
/// @param loginExpiry how long a login lasts that is not used
public record RelayConfig(
        String host,
        int port,
        Path data,
        Duration interviewerGrace,
        boolean openHost,
        boolean openHostAnywhere,
        Set<String> allowedOrigins,
        int roomSize,
        Duration waitingExpiry,
        Duration heartbeat,
        Duration silence,
        Duration joinTimeout,
        Duration inviteExpiry,
        Duration loginExpiry) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = InviteLink.DEFAULT_PORT;

    /// @throws ConfigProblem for the first option that does not work
    public RelayConfig {
        allowedOrigins = Set.copyOf(allowedOrigins);
        check(!host.isBlank(), "--host", "name an interface to listen on, 127.0.0.1 for instance.");
        check(port >= 0 && port <= 65_535, "--port", "a port is 0 to 65535, not " + port + ".");
        check(roomSize >= 1, "--room-size", "a room holds 1 participant or more.");
        check(!interviewerGrace.isNegative(), "--interviewer-grace", "it cannot be negative.");
        checkPositive(waitingExpiry, "--waiting-expiry");
        checkPositive(heartbeat, "--heartbeat");
        checkPositive(silence, "--silence");
        checkPositive(joinTimeout, "--join-timeout");
        checkPositive(inviteExpiry, "--invite-expiry");
        checkPositive(loginExpiry, "--login-expiry");
        check(
                silence.compareTo(heartbeat) > 0,
                "--silence",
                "it has to be longer than --heartbeat, or every connection is lost.");
        check(
                !openHost || openHostAnywhere || Loopback.is(host),
                "--open-host",
                "with --host "
                        + host
                        + " anyone in the network could create sessions; if that is what you want,"
                        + " add --open-host-anywhere.");
    }

    /// What a relay does that is told its data folder only.
    public static RelayConfig defaults(Path data) {
        return new RelayConfig(
                DEFAULT_HOST,
                DEFAULT_PORT,
                data,
                Duration.ofSeconds(120),
                false,
                false,
                Set.of(),
                10,
                Duration.ofHours(24),
                Duration.ofSeconds(15),
                Duration.ofSeconds(45),
                Duration.ofSeconds(10),
                Duration.ofDays(30),
                Duration.ofDays(30));
    }

    /// The same with other options: `config.with().port(0).build()`.
    public RelayConfigBuilder with() {
        return new RelayConfigBuilder(this);
    }

    private static void checkPositive(Duration duration, String option) {
        check(duration.isPositive(), option, "it has to be longer than nothing.");
    }

    private static void check(boolean good, String option, String sentence) {
        if (!good) {
            throw new ConfigProblem(option, sentence);
        }
    }
}
