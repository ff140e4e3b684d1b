package dev.tandem.relay.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// The replay as one file for a browser: a player, put together from what lies beside this class,
/// and the log in the middle of it. Its policy lets the browser run and style nothing but the
/// player's own parts, which it knows by their hashes, and load nothing at all. The log is packed:
/// nothing in it can mean anything to a browser. Any thread.
final class ReplayPage {
    private static final List<String> SCRIPTS =
            List.of("log.js", "film.js", "story.js", "code.js", "player.js", "controls.js");
    private static final String LOG = "{{log}}";

    private final String beforeLog;
    private final String afterLog;

    /// Writes a log.
    interface Log {
        void writeTo(Writer out) throws IOException;
    }

    ReplayPage() {
        String style = part("replay.css");
        String script =
                SCRIPTS.stream()
                        .map(ReplayPage::part)
                        .collect(Collectors.joining("\n", "'use strict';\n", ""));
        String policy =
                "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                        .formatted(hash(style), hash(script));
        String page =
                part("replay.html")
                        .replace("{{policy}}", policy)
                        .replace("{{style}}", style)
                        .replace("{{script}}", script);
        int log = page.indexOf(LOG);
        beforeLog = page.substring(0, log);
        afterLog = page.substring(log + LOG.length());
    }

    void write(Log log, Writer out) throws IOException {
        out.append(beforeLog);
        try (Writer packed = Packing.into(out)) {
            log.writeTo(packed);
        }
        out.append(afterLog);
    }

    /// As a browser reads it: line ends are `\n`, wherever this was built.
    private static String part(String name) {
        try (InputStream in = ReplayPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The relay was built without " + name);
            }
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String part) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(part.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
