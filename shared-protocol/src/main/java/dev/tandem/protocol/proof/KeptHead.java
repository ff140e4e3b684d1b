package dev.tandem.protocol.proof;

import dev.tandem.protocol.id.Seq;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A head as somebody wrote it down: its number, and how its hash and its key begin.
///
/// @param hash at least 16 hexadecimal digits in lower case
/// @param key at least 8 of them; none where it was not written down
public record KeptHead(Seq seq, String hash, String key) {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:seq\\s*)?(\\d{1,18})[^0-9a-z]+((?:[0-9a-f]\\s*){16,64})"
                            + "(?:[^0-9a-z]*key\\s*((?:[0-9a-f]\\s*){8,64}))?[^0-9a-z]*");

    /// Reads what [Head#shortText] writes, or the same with more digits.
    public static Optional<KeptHead> parse(String text) {
        Matcher parts = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(
                        new KeptHead(
                                new Seq(Long.parseLong(parts.group(1))),
                                digits(parts.group(2)),
                                parts.group(3) == null ? "" : digits(parts.group(3))))
                : Optional.empty();
    }

    private static String digits(String text) {
        return text.replaceAll("\\s", "");
    }

    boolean fits(ChainHash found) {
        return found.hex().startsWith(hash);
    }

    boolean isOfOneOf(List<Head> heads) {
        return key.isEmpty() || heads.stream().anyMatch(head -> head.key().hex().startsWith(key));
    }
}
