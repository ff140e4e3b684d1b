package dev.tandem.desktop.history;

import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.role.SessionStatus;
import org.jspecify.annotations.Nullable;

/// Which interviews one wants to see, and in which order.
///
/// @param words in the title, the people, the tags, the chat or the code; empty for all
/// @param status null for each
/// @param language its id; null for each
public record Filter(
        String words,
        @Nullable SessionStatus status,
        @Nullable String language,
        Period period,
        SessionSort sort) {
    public static final Filter ALL = new Filter("", null, null, Period.EVER, SessionSort.NEWEST);

    Filter withWords(String newWords) {
        return new Filter(newWords, status, language, period, sort);
    }

    Filter withStatus(@Nullable SessionStatus newStatus) {
        return new Filter(words, newStatus, language, period, sort);
    }

    Filter withLanguage(@Nullable String newLanguage) {
        return new Filter(words, status, newLanguage, period, sort);
    }

    Filter withPeriod(Period newPeriod) {
        return new Filter(words, status, language, newPeriod, sort);
    }

    Filter withSort(SessionSort newSort) {
        return new Filter(words, status, language, period, newSort);
    }

    /// Whether it leaves anything out.
    boolean narrows() {
        return !withSort(SessionSort.NEWEST).equals(ALL);
    }

    SessionSearch search(long now) {
        return new SessionSearch(
                status,
                null,
                null,
                null,
                words.isBlank() ? null : words.strip(),
                language,
                null,
                null,
                period.from(now),
                null,
                sort);
    }
}
