package dev.tandem.relay.history;

import dev.tandem.protocol.role.Word;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a session can be handed on as.
public enum ExportFormat implements Word {
    /// All of it, for machines: a header and then every event, each a JSON object on its line.
    JSON("application/x-ndjson", "jsonl"),

    /// The same, packed, to be opened by another Tandem.
    TANDEM("application/vnd.tandem.session+gzip", "tandem"),

    /// The replay, as one page that plays in any browser.
    HTML("text/html; charset=utf-8", "html"),

    /// A report for people.
    MD("text/markdown; charset=utf-8", "md");

    private final String contentType;
    private final String extension;

    ExportFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
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

    public String contentType() {
        return contentType;
    }

    /// How the names of such files end, without the dot.
    public String extension() {
        return extension;
    }
}
