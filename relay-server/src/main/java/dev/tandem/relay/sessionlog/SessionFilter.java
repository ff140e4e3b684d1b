package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.role.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The condition that a [SessionQuery] is in SQL, with its parameters.
final class SessionFilter {
    private static final String HAS_TAG =
            "EXISTS (SELECT 1 FROM session_tag WHERE session = s.id AND tag = ?)";
    private static final String HAS_TEXT =
            "(LOCATE(LOWER(?), LOWER(title)) > 0 OR EXISTS (SELECT 1 FROM participant"
                    + " WHERE session = s.id AND LOCATE(LOWER(?), LOWER(name)) > 0))";

    private final StringBuilder sql = new StringBuilder("owner = ?");
    private final List<Object> parameters = new ArrayList<>();

    SessionFilter(SessionQuery query) {
        parameters.add(query.ownerId());
        SessionStatus status = query.status();
        SessionCursor after = query.after();
        if (status != null) {
            and("status = ?", status.word());
        }
        if (query.tag() != null) {
            and(HAS_TAG, query.tag());
        }
        if (query.text() != null) {
            and(HAS_TEXT, query.text(), query.text());
        }
        if (after != null) {
            and("(created_at, id) < (?, ?)", after.createdAt(), after.id().value());
        }
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

    private void and(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }
}
