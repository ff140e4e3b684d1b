package dev.tandem.relay.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
        return folder == null
                ? usual(
                        System.getProperty("os.name"),
                        Path.of(System.getProperty("user.home")),
                        System.getenv())
                : folder;
    }

    /// The platform's usual folder for the data of one user.
    static Path usual(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            Path base = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return base.resolve("Tandem").resolve("relay");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Tandem/relay");
        }
        String shared = environment.get("XDG_DATA_HOME");
        Path base =
                shared == null || shared.isEmpty()
                        ? home.resolve(".local").resolve("share")
                        : Path.of(shared);
        return base.resolve("tandem").resolve("relay");
    }
}
