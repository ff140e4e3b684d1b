package dev.tandem.relay.cli;

import dev.tandem.protocol.wire.SessionFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads sessions' files, of which none is larger than can be.
final class SessionFiles {
    private SessionFiles() {}

    static byte[] read(Path file) throws CommandFailure {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SessionFile.LARGEST + 1);
        } catch (IOException e) {
            throw new CommandFailure(
                    "The file %s cannot be read; see that it is there.".formatted(file));
        }
    }
}
