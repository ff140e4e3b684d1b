package dev.tandem.relay.cli;

import dev.tandem.relay.config.UserDataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where everything that lasts is.
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder of everything that lasts; unless given, the usual one for you.")
    private @Nullable Path folder;

    Path folder() {
        return folder == null ? UserDataFolder.path().resolve("relay") : folder;
    }
}
