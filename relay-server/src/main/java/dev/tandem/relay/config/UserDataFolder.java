package dev.tandem.relay.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where Tandem keeps what lasts if nobody says: each system has a usual place for the data of one
/// user.
public final class UserDataFolder {
    /// Stands for it at the beginning of a path in the configuration.
    static final String SIGN = "${user-data}";

    private UserDataFolder() {}

    /// That of whoever runs this. It need not exist.
    public static Path path() {
        return path(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    /// The path as it was written, or in [#path] if it begins with the sign; a relative one is in
    /// `base`.
    static Path fillIn(String written, Path base) {
        return written.startsWith(SIGN + "/")
                ? path().resolve(written.substring(SIGN.length() + 1))
                : base.resolve(written);
    }

    static Path path(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return given(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("Tandem");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Tandem");
        }
        return given(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                .resolve("tandem");
    }

    /// The XDG Base Directory Specification says to pass over a path that is not absolute.
    private static Path given(@Nullable String path, Path otherwise) {
        return path != null && Path.of(path).isAbsolute() ? Path.of(path) : otherwise;
    }
}
