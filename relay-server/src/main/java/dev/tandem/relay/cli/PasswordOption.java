package dev.tandem.relay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Where a password comes from: never from the command line, which others on the computer can see.
final class PasswordOption {
    @Option(
            names = "--password-stdin",
            description = {
                "Read the password from standard input, one line.",
                "Without this it is asked for on the terminal."
            })
    private boolean fromInput;

    String read(CommandLine command) {
        return fromInput ? readLine(command) : ask(command);
    }

    private static String readLine(CommandLine command) {
        try {
            @Nullable String line =
                    new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException e) {
            // As if there were none.
        }
        throw new ParameterException(
                command, "--password-stdin: there is no line on standard input.");
    }

    private static String ask(CommandLine command) {
        Console console =
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .orElseThrow(() ->
                                new ParameterException(
                                        command, "Give the password with --password-stdin."));
        char[] password = console.readPassword("Password: ");
        char[] again = console.readPassword("Once more: ");
        if (password == null || !Arrays.equals(password, again)) {
            throw new ParameterException(command, "The two passwords are not the same.");
        }
        return new String(password);
    }
}
