package dev.tandem.protocol.proof;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A head as somebody wrote it down: its number, and how its hash and its key begin.
///
/// @param hash at least 16 hexadecimal digits in lower case
/// @param key at least 8 of them; none where it was not written down
/// @param session which one it is of; null where that was not written down
public record KeptHead(Seq seq, String hash, String key, @Nullable SessionId session) {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "[^0-9a-z]*(?:seq\\s*)?(\\d{1,18})[^0-9a-z]+((?:[0-9a-f]\\s*){16,64})"
                            + "(?:[^0-9a-z]*key\\s*((?:[0-9a-f]\\s*){8,64}))?[^0-9a-z]*");
    private static final Pattern OF_SESSION =
            Pattern.compile("^\\W*Session\\s+(\\S+)\\s*$", Pattern.MULTILINE);

    /// Reads what [Head#shortText] writes, or the same with more digits, or a whole receipt with
    /// such a line in it.
    public static Optional<KeptHead> parse(String text) {
        Optional<KeptHead> whole = parse(text, null);
        return whole.isPresent()
                ? whole
                : text.lines().flatMap(line -> parse(line, session(text)).stream()).findFirst();
    }

    private static Optional<KeptHead> parse(String text, @Nullable SessionId session) {
        Matcher parts = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(
                        new KeptHead(
                                new Seq(Long.parseLong(parts.group(1))),
                                digits(parts.group(2)),
                                parts.group(3) == null ? "" : digits(parts.group(3)),
                                session))
                : Optional.empty();
    }

    private static @Nullable SessionId session(String receipt) {
        Matcher line = OF_SESSION.matcher(receipt);
        return line.find() && SessionId.isValid(line.group(1))
                ? new SessionId(line.group(1))
                : null;
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
