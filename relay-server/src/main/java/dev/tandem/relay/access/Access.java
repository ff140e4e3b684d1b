package dev.tandem.relay.access;

import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/// Everything about who may come in, put together over one database.
public final class Access {
    private final Passwords passwords;
    private final SecondSteps secondSteps;
    private final Doors doors;
    private final Logins logins;
    private final LoginTokens loginTokens;
    private final FamiliarAddresses familiar;
    private final HeldOff heldOff;

    /// @param meters where refusals are counted
    public Access(
            Database database, RelayConfig config, InstantSource clock, MeterRegistry meters) {
        this(database, config, clock, meters, Passwords.tuned(database, config.access()));
    }

    Access(
            Database database,
            RelayConfig config,
            InstantSource clock,
            MeterRegistry meters,
            Passwords passwords) {
        this.passwords = passwords;
        secondSteps = new SecondSteps(database, clock);
        doors =
                new Doors(
                        new Keys(database),
                        passwords,
                        new JoinGuard(config.limits(), clock),
                        refused(meters, "tandem.joins.refused", "Joins that were refused."),
                        clock);
        loginTokens = new LoginTokens(database, config.access().loginExpiry(), clock);
        Accounts accounts = new Accounts(database, passwords);
        familiar = new FamiliarAddresses(database, clock);
        heldOff = new HeldOff(database, accounts);
        logins =
                new Logins(
                        accounts,
                        secondSteps,
                        new LoginGuard(config.limits(), familiar, clock),
                        heldOff,
                        refused(meters, "tandem.logins.refused", "Log-ins that were refused."));
    }

    private static Counter refused(MeterRegistry meters, String name, String help) {
        return Counter.builder(name).description(help).register(meters);
    }

    public Passwords passwords() {
        return passwords;
    }

    public SecondSteps secondSteps() {
        return secondSteps;
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

    /// To be called every minute, and at the end: notes which log-ins were held off.
    public void noteHeldOff() {
        heldOff.note();
    }

    /// To be called every now and then.
    public void forgetOld() {
        familiar.forgetOld();
    }
}
