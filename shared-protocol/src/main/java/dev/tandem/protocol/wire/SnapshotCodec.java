package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Content;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Retention;
import dev.tandem.protocol.message.RoomSnapshot.Session;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.room.SessionFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The payload of `room_state`.
final class SnapshotCodec {
    private SnapshotCodec() {}

    static ObjectNode write(RoomSnapshot snapshot) {
        ObjectNode node = Json.object();
        node.set("you", write(snapshot.you()));
        node.set("session", write(snapshot.session()));
        node.put("serverNow", snapshot.serverNow()).put("seq", snapshot.seq().value());
        node.set("participants", Json.array(snapshot.participants(), SnapshotCodec::write));
        node.set("permissions", EventCodec.writePermissions(Json.object(), snapshot.permissions()));
        switch (snapshot.content()) {
            case Whole(var documents, var chat, var runs, var facts) -> {
                node.set("documents", Json.array(documents, SnapshotCodec::write));
                node.set("chat", Json.array(chat, ServerMessageCodec::write));
                node.set("runs", Json.array(runs, RunStateCodec::write));
                node.set("facts", Json.array(facts, ServerMessageCodec::write));
            }
            case Tail(var events) ->
                    node.set("events", Json.array(events, ServerMessageCodec::write));
        }
        if (snapshot.runner() != null) {
            node.set("runner", RunCodec.write(snapshot.runner()));
        }
        if (snapshot.retention() != null) {
            node.set(
                    "retention",
                    Json.putIfPresent(Json.object(), "keptMs", snapshot.retention().keptMs()));
        }
        return node;
    }

    private static ObjectNode write(You you) {
        return Json.object()
                .put("participantId", you.participantId().value())
                .put("name", you.name())
                .put("role", you.role().word())
                .put("color", you.color())
                .put("resumeToken", you.resumeToken())
                .put("lastId", you.lastId());
    }

    private static ObjectNode write(Session session) {
        ObjectNode node =
                Json.object().put("id", session.id().value()).put("language", session.language());
        return write(node, session.facts()).put("facts", session.notesFacts());
    }

    static ObjectNode write(ObjectNode node, SessionFacts facts) {
        EndReason endReason = facts.endReason();
        return node.put("title", facts.title())
                .put("status", facts.status().word())
                .put("createdAt", facts.createdAt())
                .put("startedAt", facts.startedAt())
                .put("endedAt", facts.endedAt())
                .put("plannedMinutes", facts.plannedMinutes())
                .put("endReason", endReason == null ? null : endReason.word());
    }

    private static JsonNode write(Participant p) {
        ObjectNode node =
                Json.object()
                        .put("participantId", p.participantId().value())
                        .put("name", p.name())
                        .put("role", p.role().word())
                        .put("color", p.color())
                        .put("connected", p.connected());
        return node.set("permissions", EventCodec.writePermissions(Json.object(), p.permissions()));
    }

    static JsonNode write(DocumentState document) {
        ObjectNode node =
                Json.object()
                        .put("doc", document.doc().value())
                        .put("name", document.name())
                        .put("language", document.language())
                        .put("revision", document.revision().value())
                        .put("text", document.text());
        return document.tests().isEmpty()
                ? node
                : node.set("tests", Json.array(document.tests(), RunCodec::write));
    }

    static RoomSnapshot read(Fields f) throws BadMessage {
        return new RoomSnapshot(
                you(f.object("you")),
                session(f.object("session")),
                f.integer("serverNow"),
                f.seq("seq"),
                participants(f),
                EventCodec.permissions(f.object("permissions")),
                content(f),
                f.has("runner") ? RunCodec.readRunner(f.object("runner")) : null,
                f.has("retention")
                        ? new Retention(f.object("retention").integerOrNull("keptMs"))
                        : null,
                null);
    }

    private static You you(Fields f) throws BadMessage {
        return new You(
                f.participantId("participantId"),
                f.text("name"),
                f.word("role", Role.class),
                f.text("color"),
                f.text("resumeToken"),
                f.integer("lastId"));
    }

    private static Session session(Fields f) throws BadMessage {
        return new Session(
                f.sessionId("id"), f.text("language"), facts(f), f.has("facts") && f.flag("facts"));
    }

    static SessionFacts facts(Fields f) throws BadMessage {
        return new SessionFacts(
                f.text("title"),
                f.word("status", SessionStatus.class),
                f.integer("createdAt"),
                f.integerOrNull("startedAt"),
                f.integerOrNull("endedAt"),
                f.wordOrNull("endReason", EndReason.class),
                EventCodec.minutes(f));
    }

    private static List<Participant> participants(Fields f) throws BadMessage {
        List<Participant> participants = new ArrayList<>();
        for (Fields p : f.objects("participants")) {
            participants.add(
                    new Participant(
                            p.participantId("participantId"),
                            p.text("name"),
                            p.word("role", Role.class),
                            p.text("color"),
                            p.flag("connected") ? Presence.CONNECTED : Presence.LOST,
                            EventCodec.permissions(p.object("permissions")),
                            0));
        }
        return participants;
    }

    private static Content content(Fields f) throws BadMessage {
        return f.has("events")
                ? new Tail(events(f, "events"))
                : new Whole(
                        documents(f),
                        events(f, "chat"),
                        f.has("runs") ? f.objects("runs", RunStateCodec::read) : List.of(),
                        f.has("facts") ? events(f, "facts") : List.of());
    }

    private static List<LoggedEvent> events(Fields f, String field) throws BadMessage {
        List<LoggedEvent> events = new ArrayList<>();
        for (Fields message : f.objects(field)) {
            @Nullable LoggedEvent event = ServerMessageCodec.readEvent(message);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    static List<DocumentState> documents(Fields f) throws BadMessage {
        List<DocumentState> documents = new ArrayList<>();
        for (Fields d : f.objects("documents")) {
            documents.add(
                    new DocumentState(
                            d.doc(),
                            d.text("name"),
                            d.text("language"),
                            new Revision(d.smallInteger("revision")),
                            d.text("text"),
                            d.has("tests") ? RunCodec.readTests(d) : List.of()));
        }
        return documents;
    }
}
