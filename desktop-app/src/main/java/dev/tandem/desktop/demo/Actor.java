package dev.tandem.desktop.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// One person of the demo: a process with the real application, that does what it is told. Belongs
/// to one thread at a time.
final class Actor implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedWriter toWindow;
    private final BufferedReader fromWindow;

    Actor(String name, Process process) {
        this.name = name;
        this.process = process;
        toWindow = process.outputWriter(StandardCharsets.UTF_8);
        fromWindow = process.inputReader(StandardCharsets.UTF_8);
    }

    String name() {
        return name;
    }

    /// Does one thing and waits until it is done.
    ///
    /// @throws IllegalStateException if it could not be done, saying why
    String perform(String... words) {
        try {
            toWindow.write(Line.of(words).write());
            toWindow.newLine();
            toWindow.flush();
            String answer = fromWindow.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + "'s window is gone");
            }
            Line line = Line.read(answer);
            if (!line.word(0).equals(DemoWindow.DONE)) {
                throw new IllegalStateException(name + ": " + line.word(1));
            }
            return line.word(1);
        } catch (IOException e) {
            throw new UncheckedIOException(name + "'s window is gone", e);
        }
    }

    /// Waits until the person has closed the window.
    void awaitEnd() {
        process.onExit().join();
    }

    /// Closes the window, and ends the process if it does not end by itself.
    @Override
    public void close() {
        try {
            toWindow.close();
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
