package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.relay.history.StoredCheck;
import dev.tandem.relay.sessionlog.AppendingProcess.Published;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `kill -9` at a random moment, several times on one folder: what was said to be committed is
/// there, once.
class KillTest {
    private static final int KILLS = 2;
    private static final int MOST_LINES = 600;

    @TempDir private Path folder;
    private final List<Published> published = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void whatWasCommittedSurvivesKills(Durability durability) throws Exception {
        RandomGenerator random = random();
        for (int kill = 1; kill <= KILLS; kill++) {
            runAndKill(durability, 1 + random.nextInt(MOST_LINES));
            checkLogs();
        }
    }

    /// When exactly the process dies also depends on the machine.
    private static RandomGenerator random() {
        long seed = Long.getLong("tandem.seed", RandomGenerator.getDefault().nextLong());
        System.out.println("seed of the kills: -Dtandem.seed=" + seed);
        return new SplittableRandom(seed);
    }

    /// Killed by its handle: `Process` would close what can still be read.
    private void runAndKill(Durability durability, int afterLines)
            throws IOException, InterruptedException {
        Process process = AppendingProcess.start(folder, durability);
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            readLines(lines, afterLines);
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).isNotZero();
            readLines(lines, Integer.MAX_VALUE);
        } finally {
            process.destroyForcibly();
        }
    }

    /// A line that was cut off by the kill was not published.
    private void readLines(BufferedReader lines, int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int n = 0, c; n < most && (c = lines.read()) >= 0; ) {
            if (c == '\n') {
                published.add(Published.parse(line.toString()));
                line.setLength(0);
                n++;
            } else {
                line.append((char) c);
            }
        }
    }

    private void checkLogs() throws DatabaseFailure {
        try (Database database = Database.open(folder)) {
            for (int n = 0; n < AppendingProcess.SESSIONS; n++) {
                checkLog(database.sessionLog(), n);
            }
        }
    }

    private void checkLog(SessionLog log, int number) {
        List<LoggedEvent> events =
                log.read(AppendingProcess.session(number), Seq.ZERO, Integer.MAX_VALUE);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seq().value()).isEqualTo(i + 1);
        }
        List<String> texts = events.stream().map(AppendingProcess::said).toList();
        for (Published line : published) {
            if (line.session().equals(AppendingProcess.session(number))) {
                assertThat(events).hasSizeGreaterThanOrEqualTo((int) line.seq().value());
                assertThat(texts.get((int) line.seq().value() - 1)).isEqualTo(line.text());
            }
        }
        assertThat(texts.stream().skip(2)).doesNotHaveDuplicates(); // it may not be made yet
        assertThat(new StoredCheck(log).of(AppendingProcess.session(number), null))
                .isEqualTo(new Finding.Unproven()); // its chain fits, and nothing was signed
    }
}
