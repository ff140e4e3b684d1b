package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.role.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The condition that a [SessionQuery] is in SQL, with its parameters.
final class SessionFilter {
    private static final String HAS_TAG =
            "EXISTS (SELECT 1 FROM session_tag WHERE session = s.id AND tag = ?)";
    private static final String HAS_LIKE_TAG =
            "EXISTS (SELECT 1 FROM session_tag WHERE session = s.id"
                    + " AND LOCATE(LOWER(?), LOWER(tag)) > 0)";
    private static final String HAS_NAME =
            "EXISTS (SELECT 1 FROM participant WHERE session = s.id"
                    + " AND LOCATE(LOWER(?), LOWER(name)) > 0)";
    private static final String HAS_ROLE =
            "EXISTS (SELECT 1 FROM participant WHERE session = s.id AND role = ?)";
    private static final String HAS_NAME_IN_ROLE =
            "EXISTS (SELECT 1 FROM participant WHERE session = s.id"
                    + " AND LOCATE(LOWER(?), LOWER(name)) > 0 AND role = ?)";
    private static final String HAS_TITLE = "LOCATE(LOWER(?), LOWER(title)) > 0";
    private static final String HAS_TEXT =
            "EXISTS (SELECT 1 FROM digest WHERE session = s.id AND LOCATE(?, text) > 0)";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    SessionFilter(SessionQuery query) {
        String owner = query.ownerId();
        SessionCursor after = query.after();
        if (owner == null) {
            and("owner IS NULL");
        } else {
            and("owner = ?", owner);
        }
        narrow(query.search());
        if (after != null) {
            SessionOrder order = SessionOrder.of(after.sort());
            and(order.after(), order.parameter(after), after.id().value());
        }
    }

    private void narrow(SessionSearch search) {
        andIfGiven("status = ?", word(search.status()));
        andIfGiven("language = ?", search.language());
        andIfGiven("created_at >= ?", search.from());
        andIfGiven("created_at < ?", search.to());
        andIfGiven(HAS_TAG, search.tag());
        andParticipant(search.participant(), word(search.role()));
        String query = search.query();
        String text = search.text();
        String any = search.any();
        if (query != null) {
            and("(" + HAS_TITLE + " OR " + HAS_NAME + ")", query, query);
        }
        if (text != null) {
            and(HAS_TEXT, Digest.fold(text));
        }
        if (any != null) {
            String anywhere = String.join(" OR ", HAS_TITLE, HAS_NAME, HAS_LIKE_TAG, HAS_TEXT);
            and("(" + anywhere + ")", any, any, any, Digest.fold(any));
        }
    }

    private void andParticipant(@Nullable String name, @Nullable String role) {
        if (name != null && role != null) {
            and(HAS_NAME_IN_ROLE, name, role);
        } else {
            andIfGiven(HAS_NAME, name);
            andIfGiven(HAS_ROLE, role);
        }
    }

    private static @Nullable String word(@Nullable Word word) {
        return word == null ? null : word.word();
    }

    String sql() {
        return sql.toString();
    }

    /// The parameters of the condition, and one that comes after them.
    @Nullable Object[] parametersAnd(Object last) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(last);
        return all.toArray();
    }

    private void andIfGiven(String condition, @Nullable Object value) {
        if (value != null) {
            and(condition, value);
        }
    }

    private void and(String condition, Object... values) {
        sql.append(sql.isEmpty() ? "" : " AND ").append(condition);
        parameters.addAll(List.of(values));
    }
}
