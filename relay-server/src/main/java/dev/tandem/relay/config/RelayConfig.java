package dev.tandem.relay.config;

import dev.tandem.protocol.api.InviteLink;
import java.nio.file.Path;

/// Everything a relay is told, read and checked once. This record and the records of its parts are
/// the table of all keys: reading, checking, `config print`, the options of `serve`, and the
/// reference in docs/configuration.md follow from them.
///
/// To add a key, add a component with a [Key] to the record of its part. `int someCount` in
/// [LimitConfig] is `limits.some-count` in a file and `TANDEM_LIMITS_SOME_COUNT` in the
/// environment; its type says how its values are written, see [Kind]. To add a part, add a
/// component with a [Part] here, whose type is a record of keys. What has to hold between several
/// keys is a line in [RelayRules]. Then `tandem-relay config keys --markdown` gives the reference
/// anew.
public record RelayConfig(
        @Key(
                        help = "The interface to listen on, a name or an address.",
                        byDefault = "127.0.0.1",
                        option = "--host")
                String host,
        @Key(
                        help = "The port to listen on; 0 takes a free one.",
                        byDefault = "" + InviteLink.DEFAULT_PORT,
                        least = "0",
                        most = "65535",
                        option = "--port")
                int port,
        @Key(
                        help = "The folder of everything that lasts.",
                        byDefault = UserDataFolder.SIGN + "/relay",
                        option = "--data")
                Path data,
        @Part("Who may do what, and how long.") AccessConfig access,
        @Part(
                        "TLS, if the relay speaks it by itself; without it, it speaks plain HTTP, as behind a"
                                + " reverse proxy. New files are read when they change, and at SIGHUP.")
                TlsConfig tls,
        @Part("Interviews.") RoomConfig rooms,
        @Part("What lasts.") StorageConfig storage,
        @Part("The connections of those who are in a room.") ConnectionConfig connections,
        @Part("Running what people write, in a sandbox.") RunConfig runs,
        @Part("How much is too much.") LimitConfig limits,
        @Part("What can be measured from outside: `GET /metrics`, in Prometheus' text format.")
                MetricsConfig metrics,
        @Part("What the relay says about itself, on standard error.") LogConfig log) {

    static final Schema<RelayConfig> SCHEMA = Schema.of(RelayConfig.class);

    /// What a relay does that is told its data folder only.
    public static RelayConfig defaults(Path data) {
        return new RelayConfigBuilder(SCHEMA.defaults()).data(data).build();
    }

    /// The same with other values: `config.with().port(0).build()`.
    public RelayConfigBuilder with() {
        return new RelayConfigBuilder(SCHEMA.values(this));
    }
}
