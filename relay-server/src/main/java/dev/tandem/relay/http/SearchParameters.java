package dev.tandem.relay.http;

import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.role.Word;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A search for sessions, as the query of a request says it.
final class SearchParameters {
    private SearchParameters() {}

    /// @throws HttpProblem if one of the parameters says nothing that can be
    static SessionSearch of(ApiRequest request) {
        SessionSort sort = word(request, "sort", SessionSort.class);
        return new SessionSearch(
                word(request, "status", SessionStatus.class),
                request.parameter("tag"),
                request.parameter("query"),
                request.parameter("text"),
                request.parameter("any"),
                request.parameter("language"),
                request.parameter("participant"),
                word(request, "role", Role.class),
                time(request, "from"),
                time(request, "to"),
                sort == null ? SessionSort.NEWEST : sort);
    }

    private static @Nullable Long time(ApiRequest request, String name) {
        return request.parameter(name) == null
                ? null
                : (Long) request.number(name, 0, 0, Long.MAX_VALUE);
    }

    private static <E extends Enum<E> & Word> @Nullable E word(
            ApiRequest request, String name, Class<E> type) {
        String word = request.parameter(name);
        return word == null
                ? null
                : Word.of(type, word)
                        .orElseThrow(() -> HttpProblem.badParameter(name, wordsOf(type)));
    }

    private static <E extends Enum<E> & Word> String wordsOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Word::word)
                .collect(Collectors.joining(" or "));
    }
}
