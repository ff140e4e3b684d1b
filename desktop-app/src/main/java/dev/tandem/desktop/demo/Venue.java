package dev.tandem.desktop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the demo takes place: a folder of its own, so that it meets nothing of the person's.
///
/// @param folder for data, preferences and logs
/// @param theme light, dark or system
record Venue(Path folder, String theme, boolean headless) {

    /// Where the relay keeps the interview.
    Path data() {
        return folder.resolve("relay");
    }

    /// Opens the application for someone.
    Actor enter(String name) throws IOException {
        Path preferences = Files.createDirectories(folder.resolve(name));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (headless) {
            command.add("-Dglass.platform=Headless");
            command.add("-Dprism.order=sw");
            command.add("-Djava.awt.headless=true");
        }
        command.add("-Djava.util.prefs.userRoot=" + preferences);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(DemoWindow.class.getName());
        command.add("--theme=" + theme);
        command.add("--data=" + data());
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve(name + ".log").toFile())
                        .start();
        return new Actor(name, process);
    }
}
