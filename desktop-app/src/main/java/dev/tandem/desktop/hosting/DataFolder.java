package dev.tandem.desktop.hosting;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this application keeps what lasts, in the place that each system has for it.
public final class DataFolder {
    private DataFolder() {}

    /// The folder of whoever uses this computer now. It need not exist yet.
    public static Path ofThisUser() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", "")));
    }

    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Tandem");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Tandem");
        }
        return folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("tandem");
    }

    // The XDG specification says to ignore what is not absolute.
    private static Path folder(Map<String, String> environment, String variable, Path usual) {
        String set = environment.getOrDefault(variable, "");
        return !set.isEmpty() && Path.of(set).isAbsolute() ? Path.of(set) : usual;
    }
}
