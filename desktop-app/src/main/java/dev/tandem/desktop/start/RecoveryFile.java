package dev.tandem.desktop.start;

import dev.tandem.desktop.fx.TextFile;
import java.util.List;

/// Recovery codes as a file, to be printed or put away.
final class RecoveryFile {
    private RecoveryFile() {}

    static TextFile of(String email, List<String> codes) {
        return new TextFile(
                "Save the recovery codes",
                "tandem-recovery-codes.txt",
                "Recovery codes of %s for Tandem. Each is good once.%n%n%s%n"
                        .formatted(email, String.join(System.lineSeparator(), codes)));
    }
}
