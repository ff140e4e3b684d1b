package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamiliarAddressesTest {
    private static final String ADA = "ada@example.org";
    private static final String MERT = "mert@example.org";
    private static final String ADDRESS = "192.0.2.1";

    @TempDir private Path folder;
    private final ManualClock clock = new ManualClock();
    private Database database;
    private Accounts accounts;
    private FamiliarAddresses familiar;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        accounts = new Accounts(database, new Passwords(HashingWork.LITTLE, new HashingWork()));
        accounts.add(ADA, "Ada", "secret");
        accounts.add(MERT, "Mert", "secret");
        familiar = new FamiliarAddresses(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> stored() {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT address_hash FROM familiar_address",
                        row -> row.getString(1)));
    }

    @Test
    void anAddressIsFamiliarToOneAccountAndAgainAfterARestart() throws Exception {
        familiar.add(" Ada@Example.org", ADDRESS);
        familiar.add("nobody@example.org", ADDRESS);
        database.close();
        database = Database.open(folder);
        familiar = new FamiliarAddresses(database, clock);

        assertThat(familiar.has(ADA, ADDRESS)).isTrue();
        assertThat(familiar.has(ADA, "192.0.2.2")).isFalse();
        assertThat(familiar.has(MERT, ADDRESS)).isFalse();
        assertThat(familiar.has("nobody@example.org", ADDRESS)).isFalse();
    }

    @Test
    void whatIsStoredIsAnotherForEveryAccountAndEveryRelay(@TempDir Path elsewhere)
            throws Exception {
        familiar.add(ADA, ADDRESS);
        familiar.add(MERT, ADDRESS);
        List<String> here = stored();
        assertThat(here).hasSize(2).doesNotHaveDuplicates();

        close();
        folder = elsewhere;
        open();
        familiar.add(ADA, ADDRESS);
        assertThat(stored()).hasSize(1).doesNotContainAnyElementsOf(here);
    }

    @Test
    void theLatestEightOfAnAccountAreKept() {
        familiar.add(MERT, ADDRESS);
        for (int n = 0; n < 9; n++) {
            clock.pass(Duration.ofMinutes(1));
            familiar.add(ADA, "192.0.2." + n);
            familiar.add(ADA, "192.0.2.0"); // which so is never the oldest
        }
        assertThat(stored()).hasSize(9);
        assertThat(familiar.has(ADA, "192.0.2.0")).isTrue();
        assertThat(familiar.has(ADA, "192.0.2.1")).isFalse();
        assertThat(familiar.has(ADA, "192.0.2.2")).isTrue();
        assertThat(familiar.has(MERT, ADDRESS)).isTrue();
    }

    @Test
    void whatIsOldCountsForNothingAndIsDropped() {
        familiar.add(ADA, ADDRESS);
        clock.pass(Duration.ofDays(90).minusMillis(1));
        familiar.forgetOld();
        assertThat(familiar.has(ADA, ADDRESS)).isTrue();

        clock.pass(Duration.ofMillis(1));
        assertThat(familiar.has(ADA, ADDRESS)).isFalse();
        familiar.forgetOld();
        assertThat(stored()).isEmpty();
    }

    @Test
    void theyGoWithTheAccount() throws Exception {
        familiar.add(ADA, ADDRESS);
        familiar.add(MERT, ADDRESS);
        accounts.remove(ADA);
        assertThat(stored()).hasSize(1);
        assertThat(familiar.has(MERT, ADDRESS)).isTrue();
    }
}
