package dev.tandem.relay.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.AuditLine;
import dev.tandem.relay.sessionlog.AuditQuery;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Doer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A part of the audit trail, a line for each entry, oldest first.
///
/// @param json each line is a JSON object; else it is time, deed, doer, session and account with
///   tabs between, and how often where it was more than once
public record AuditReport(AuditQuery query, boolean json) {
    /// The word by which a running relay is asked for it.
    public static final String ORDER = "audit";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "-";

    /// What follows the word.
    public String order() {
        SessionId session = query.session();
        return "%b %d %d %s"
                .formatted(json, query.since(), query.limit(), session == null ? NONE : session);
    }

    /// The report that [#order] asks for.
    ///
    /// @throws IllegalArgumentException if `order` is none
    public static AuditReport parse(String order) {
        List<String> parts = List.of(order.split(" ", 4));
        if (parts.size() < 4) {
            throw new IllegalArgumentException("no order for an audit");
        }
        SessionId session = parts.get(3).equals(NONE) ? null : new SessionId(parts.get(3));
        return new AuditReport(
                new AuditQuery(
                        session, Long.parseLong(parts.get(1)), Integer.parseInt(parts.get(2))),
                Boolean.parseBoolean(parts.get(0)));
    }

    public String of(Database database) {
        Function<AuditLine, String> writer = json ? AuditReport::json : AuditReport::text;
        return database.audit().read(query).stream()
                .map(line -> writer.apply(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(AuditLine line) {
        AuditEntry entry = line.entry();
        Doer by = entry.by();
        String who = Objects.requireNonNullElse(line.doer(), Objects.toString(by.id(), ""));
        String once =
                String.join(
                        "\t",
                        Instant.ofEpochMilli(entry.at()).toString(),
                        entry.deed().word(),
                        (by.kind().word() + " " + who).strip(),
                        Objects.toString(entry.session(), NONE),
                        Objects.requireNonNullElse(
                                line.account(), Objects.toString(entry.account(), NONE)));
        return entry.times() == 1 ? once : once + "\t" + entry.times() + " times";
    }

    private static String json(AuditLine line) {
        AuditEntry entry = line.entry();
        ObjectNode node = JSON.createObjectNode();
        node.put("at", entry.at()).put("what", entry.deed().word());
        node.putObject("who")
                .put("kind", entry.by().kind().word())
                .put("id", entry.by().id())
                .put("name", line.doer());
        node.put("session", entry.session() == null ? null : entry.session().value());
        node.putObject("account").put("id", entry.account()).put("email", line.account());
        return node.put("times", entry.times()).toString();
    }
}
