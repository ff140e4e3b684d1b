package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.SessionSort;

/// An order of sessions in SQL. Where sessions have the same key, their ids decide.
///
/// @param key the expression that a session is sorted by
/// @param descending whether the largest comes first
/// @param numeric whether it is a number, or else a text
record SessionOrder(String key, boolean descending, boolean numeric) {
    private static final String LENGTH =
            "CASE WHEN ended_at IS NULL THEN -1"
                    + " ELSE ended_at - COALESCE(started_at, ended_at) END";

    static SessionOrder of(SessionSort sort) {
        return switch (sort) {
            case NEWEST -> new SessionOrder("created_at", true, true);
            case OLDEST -> new SessionOrder("created_at", false, true);
            case LONGEST -> new SessionOrder(LENGTH, true, true);
            case TITLE -> new SessionOrder("LOWER(title)", false, false);
        };
    }

    String orderBy() {
        String direction = descending ? " DESC" : "";
        return " ORDER BY " + key + direction + ", id" + direction;
    }

    /// That a session comes after one; the parameters are the key and the id of that.
    String after() {
        return "(%s, id) %s (?, ?)".formatted(key, descending ? "<" : ">");
    }

    Object parameter(SessionCursor cursor) {
        return numeric ? (Object) Long.valueOf(cursor.key()) : cursor.key();
    }
}
