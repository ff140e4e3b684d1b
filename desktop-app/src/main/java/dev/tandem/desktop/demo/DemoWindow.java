package dev.tandem.desktop.demo;

import dev.tandem.desktop.Launcher;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javafx.application.Platform;

/// The application in a process of its own, led over standard input: a line in, a line out. When
/// there are no more lines the application is closed.
public final class DemoWindow {
    static final String DONE = "done";
    static final String FAILED = "failed";

    private DemoWindow() {}

    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Thread.ofPlatform().daemon().name("demo").start(() -> listen(answers));
        Launcher.main(arguments);
    }

    private static void listen(PrintStream answers) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Puppet puppet = new Puppet(keyboard());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.println(answer(puppet, Line.read(line)).write());
                answers.flush();
            }
        } catch (Exception e) {
            System.err.println("The demo's window cannot be led any further: " + e);
        } finally {
            Platform.exit();
        }
    }

    private static Keyboard keyboard() throws Exception {
        FxTurn.awaitToolkit();
        return FxTurn.call(Keyboard::new);
    }

    private static Line answer(Puppet puppet, Line line) {
        try {
            return Line.of(DONE, puppet.perform(line));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Line.of(FAILED, "interrupted");
        } catch (Exception e) {
            return Line.of(FAILED, String.valueOf(e));
        }
    }
}
