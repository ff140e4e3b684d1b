package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Word;
import dev.tandem.protocol.room.SessionFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a session can be handed on as.
public enum ExportFormat implements Word {
    /// All of it, for machines: a header and then every event, each a JSON object on its line.
    JSON("application/x-ndjson", "jsonl", "All events, for programs"),

    /// The same, packed, to be opened by another Tandem.
    TANDEM("application/vnd.tandem.session+gzip", "tandem", "Tandem recording"),

    /// The replay, as one page that plays in any browser.
    HTML("text/html; charset=utf-8", "html", "Replay for a browser"),

    /// A report for people.
    MD("text/markdown; charset=utf-8", "md", "Report in Markdown");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String contentType;
    private final String extension;
    private final String title;

    ExportFormat(String contentType, String extension, String title) {
        this.contentType = contentType;
        this.extension = extension;
        this.title = title;
    }

    public String contentType() {
        return contentType;
    }

    /// How the names of such files end, without the dot.
    public String extension() {
        return extension;
    }

    /// What it is, as people read it in a menu.
    public String title() {
        return title;
    }

    /// What a file with the session is called: its day and its title, without what a file system
    /// could object to.
    public String fileName(SessionFacts session) {
        String words =
                session.title()
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "")
                        .toLowerCase(Locale.ROOT);
        return "tandem-%s-%s.%s"
                .formatted(
                        DAY.format(Instant.ofEpochMilli(session.createdAt())),
                        words.isEmpty() ? "interview" : words,
                        extension);
    }

    /// Whether it is always the whole log as it is, so that there is nothing to choose.
    public boolean isWhole() {
        return switch (this) {
            case JSON, TANDEM -> true;
            case HTML, MD -> false;
        };
    }

    /// What can be named, for a sentence.
    public static String words() {
        String all = Arrays.stream(values()).map(Word::word).collect(Collectors.joining(", "));
        return all.replaceFirst(", (?=[^,]*$)", " or ");
    }
}
