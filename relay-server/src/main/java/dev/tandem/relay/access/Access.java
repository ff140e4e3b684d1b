package dev.tandem.relay.access;

import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import java.time.InstantSource;

/// Everything about who may come in, put together over one database.
public final class Access {
    private final Doors doors;
    private final Logins logins;
    private final LoginTokens loginTokens;

    public Access(Database database, RelayConfig config, InstantSource clock) {
        doors = new Doors(new Keys(database), new JoinGuard(config.limits(), clock), clock);
        loginTokens = new LoginTokens(database, config.access().loginExpiry(), clock);
        logins =
                new Logins(
                        new Accounts(database),
                        loginTokens,
                        new LoginGuard(config.limits(), clock));
    }

    public Doors doors() {
        return doors;
    }

    public Logins logins() {
        return logins;
    }

    public LoginTokens loginTokens() {
        return loginTokens;
    }
}
