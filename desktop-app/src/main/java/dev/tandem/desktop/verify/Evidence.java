package dev.tandem.desktop.verify;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.wire.SessionFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A session's file, in JSON or packed, wherever it is. Any thread.
///
/// @param name the file's name, or the interview's title
/// @param keeper the relay that hands it out, in words; empty for a file
/// @param bytes fetches all of it, but no more than such a file can have and a byte
public record Evidence(
        String name, String keeper, Supplier<CompletableFuture<Answer<byte[]>>> bytes) {

    public static Evidence of(Path file) {
        return new Evidence(
                String.valueOf(file.getFileName()),
                "",
                () -> CompletableFuture.supplyAsync(() -> read(file), Thread::startVirtualThread));
    }

    private static Answer<byte[]> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Answer.Given<>(in.readNBytes(SessionFile.LARGEST + 1));
        } catch (IOException _) {
            return new Answer.Failed<>(
                    null, "The file %s cannot be read; see that it is there.".formatted(file));
        }
    }
}
