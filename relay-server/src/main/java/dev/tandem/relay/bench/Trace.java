package dev.tandem.relay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// What people once really wrote, as <https://github.com/josephg/editing-traces> has it: `txns`
/// with `patches`, of an `agent` where there were several, or a `log` of `[author, base, patches]`,
/// maybe compressed with gzip. Immutable.
public final class Trace {
    private static final int GZIP = 0x1f8b;

    /// One edit: `deleted` code units go at `at`, and `inserted` comes in their place.
    record Patch(int at, int deleted, String inserted) {}

    private final List<List<Patch>> authors;

    private Trace(Collection<List<Patch>> authors) {
        this.authors = List.copyOf(authors);
    }

    /// The trace in a file.
    ///
    /// @throws BenchFailure if there is no such file, or it is no trace
    public static Trace read(Path file) throws BenchFailure {
        try (InputStream in = open(file)) {
            Trace trace = new Trace(byAuthor(new ObjectMapper().readTree(in)).values());
            if (trace.authors.isEmpty()) {
                throw new BenchFailure("There are no edits in " + file + ".");
            }
            return trace;
        } catch (IOException e) {
            throw new BenchFailure("%s cannot be read as a trace.".formatted(file));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        int magic = (in.read() << Byte.SIZE) | in.read();
        in.reset();
        return magic == GZIP ? new GZIPInputStream(in) : in;
    }

    private static Map<Integer, List<Patch>> byAuthor(JsonNode trace) {
        Map<Integer, List<Patch>> authors = new TreeMap<>();
        for (JsonNode entry : trace.path("txns")) {
            add(authors, entry.path("agent").asInt(), entry.path("patches"));
        }
        for (JsonNode entry : trace.path("log")) {
            add(authors, entry.path(0).asInt(), entry.path(2));
        }
        return authors;
    }

    private static void add(Map<Integer, List<Patch>> authors, int author, JsonNode patches) {
        List<Patch> written = authors.computeIfAbsent(author, _ -> new ArrayList<>());
        for (JsonNode patch : patches) {
            written.add(
                    new Patch(
                            patch.path(0).asInt(),
                            patch.path(1).asInt(),
                            plain(patch.path(2).asText())));
        }
    }

    /// Without what would be half a character when others delete around it, and without `\r`.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(Character.isSurrogate(c) || c == '\r' ? '?' : c);
        }
        return plain.toString();
    }

    /// What one of the authors wrote, again and again.
    Typist typist(int person) {
        return new TraceTypist(authors.get(person % authors.size()));
    }
}
