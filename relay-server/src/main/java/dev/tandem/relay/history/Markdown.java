package dev.tandem.relay.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Other people's words within a Markdown document.
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+\\-.!|~&]");
    private static final Pattern TICKS = Pattern.compile("`+");

    private Markdown() {}

    /// Words that mean nothing but themselves, on one line.
    static String plain(String words) {
        return SPECIAL.matcher(words.strip().replaceAll("\\R", " ")).replaceAll("\\\\$0");
    }

    /// A block of text as it stands, which nothing in it can end.
    ///
    /// @param language what highlights it; empty for nothing
    static String block(String language, String text) {
        int longest = 2;
        Matcher ticks = TICKS.matcher(text);
        while (ticks.find()) {
            longest = Math.max(longest, ticks.end() - ticks.start());
        }
        String fence = "`".repeat(longest + 1);
        String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return fence + language + "\n" + text + end + fence + "\n";
    }
}
