package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.api.CreateInvite;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedInvite;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.FactCount;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPatch;
import dev.tandem.protocol.api.SessionPatch.Correct;
import dev.tandem.protocol.api.SessionPatch.End;
import dev.tandem.protocol.api.SessionPatch.Start;
import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.TextRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sessions as the HTTP API writes them.
final class SessionCodec {
    private static final int LONGEST_PLAN_MINUTES = 24 * 60;
    private static final int MOST_TAGS = 20;

    private SessionCodec() {}

    static ObjectNode write(CreateSession create) {
        ObjectNode node = Json.object().put("title", create.title());
        Json.putIfPresent(node, "language", create.language());
        Json.putIfPresent(node, "code", create.code());
        Json.putIfPresent(node, "plannedMinutes", create.plannedMinutes());
        writeTags(node, create.tags());
        Json.putIfPresent(node, "facts", create.facts() ? true : null);
        return Json.putIfPresent(node, "password", create.password());
    }

    static CreateSession readCreate(Fields f) throws BadMessage {
        String code = f.textOrNull("code");
        List<String> tags = tags(f);
        return new CreateSession(
                f.line("title", Limits.TITLE_LENGTH),
                f.has("language") ? f.language() : null,
                code == null ? null : TextRules.normalise(code),
                plannedMinutes(f),
                tags == null ? List.of() : tags,
                password(f),
                f.has("facts") && f.flag("facts"));
    }

    private static @Nullable String password(Fields f) throws BadMessage {
        String password = f.textOrNull("password");
        if (password != null
                && (password.isEmpty() || password.length() > Limits.PASSWORD_LENGTH)) {
            throw BadMessage.field("password", "1 to " + Limits.PASSWORD_LENGTH + " characters");
        }
        return password;
    }

    static ObjectNode write(CreatedSession created) {
        ObjectNode node =
                Json.object()
                        .put("id", created.id().value())
                        .put("status", created.status().word())
                        .put("createdAt", created.createdAt())
                        .put("hostToken", created.hostToken());
        ObjectNode invites = node.putObject("invites");
        for (Role role : Role.values()) {
            invites.set(role.word(), write(created.invite(role)));
        }
        return node;
    }

    private static ObjectNode write(Invite invite) {
        return Json.object()
                .put("code", invite.code().format())
                .put("link", invite.link().format())
                .put("expiresAt", invite.expiresAt());
    }

    static CreatedSession readCreated(Fields f) throws BadMessage {
        Fields byRole = f.object("invites");
        Map<Role, Invite> invites = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            invites.put(role, readInvite(byRole.object(role.word())));
        }
        return new CreatedSession(
                f.sessionId("id"),
                f.word("status", SessionStatus.class),
                f.integer("createdAt"),
                f.text("hostToken"),
                invites);
    }

    private static Invite readInvite(Fields f) throws BadMessage {
        InviteLink link =
                InviteLink.parse(f.text("link"))
                        .orElseThrow(() -> BadMessage.field("link", "an invite link"));
        return new Invite(link, f.integerOrNull("expiresAt"));
    }

    static ObjectNode write(CreateInvite create) {
        ObjectNode node = Json.object().put("role", create.role().word());
        return Json.putIfPresent(node, "expiresInMs", create.expiresInMs());
    }

    static CreateInvite readCreateInvite(Fields f) throws BadMessage {
        Long expiresInMs = f.integerOrNull("expiresInMs");
        if (expiresInMs != null && (expiresInMs < 1 || expiresInMs > Limits.INVITE_MS)) {
            throw BadMessage.field("expiresInMs", "a time from 1 to " + Limits.INVITE_MS + " ms");
        }
        return new CreateInvite(f.word("role", Role.class), expiresInMs);
    }

    static ObjectNode write(CreatedInvite created) {
        return write(created.invite()).put("role", created.role().word());
    }

    static CreatedInvite readCreatedInvite(Fields f) throws BadMessage {
        return new CreatedInvite(f.word("role", Role.class), readInvite(f));
    }

    static ObjectNode write(LiveInvite invite) {
        return Json.object()
                .put("id", invite.id().value())
                .put("role", invite.role().word())
                .put("expiresAt", invite.expiresAt());
    }

    static LiveInvite readLiveInvite(Fields f) throws BadMessage {
        return new LiveInvite(
                InviteId.parse(f.text("id"))
                        .orElseThrow(() -> BadMessage.field("id", "an invite's id")),
                f.word("role", Role.class),
                f.integerOrNull("expiresAt"));
    }

    static ObjectNode write(SessionSummary summary) {
        ObjectNode node = Json.object().put("id", summary.id().value());
        SnapshotCodec.write(node, summary.facts())
                .put("durationMs", summary.facts().durationMs())
                .put("language", summary.language());
        node.set("participants", Json.array(summary.participants(), SessionCodec::write));
        writeTags(node, summary.tags());
        node.put("facts", summary.noted().on()).put("factsNoted", summary.noted().noted());
        SessionSize size = summary.size();
        return size == null ? node : node.set("size", write(size));
    }

    private static ObjectNode write(SessionSize size) {
        return Json.object()
                .put("events", size.events())
                .put("bytes", size.bytes())
                .put("runs", size.runs())
                .put("submissions", size.submissions());
    }

    private static SessionSize readSize(Fields f) throws BadMessage {
        return new SessionSize(
                f.integer("events"),
                f.integer("bytes"),
                f.smallInteger("runs"),
                f.smallInteger("submissions"));
    }

    private static ObjectNode write(SessionSummary.Person person) {
        return Json.object().put("name", person.name()).put("role", person.role().word());
    }

    static SessionSummary readSummary(Fields f) throws BadMessage {
        List<String> tags = tags(f);
        return new SessionSummary(
                f.sessionId("id"),
                SnapshotCodec.facts(f),
                f.text("language"),
                f.objects(
                        "participants",
                        p -> new SessionSummary.Person(p.text("name"), p.word("role", Role.class))),
                tags == null ? List.of() : tags,
                f.has("size") ? readSize(f.object("size")) : null,
                f.has("facts") ? readFactCount(f) : FactCount.OFF);
    }

    private static FactCount readFactCount(Fields f) throws BadMessage {
        return new FactCount(
                f.flag("facts"), f.has("factsNoted") ? f.smallInteger("factsNoted") : 0);
    }

    static ObjectNode write(InviteDetails details) {
        return Json.object().put("role", details.role().word()).put("facts", details.facts());
    }

    static InviteDetails readInviteDetails(Fields f) throws BadMessage {
        return new InviteDetails(f.word("role", Role.class), f.flag("facts"));
    }

    static ObjectNode write(SessionDetails details) {
        return write(details.summary())
                .set("documents", Json.array(details.documents(), SnapshotCodec::write));
    }

    static SessionDetails readDetails(Fields f) throws BadMessage {
        return new SessionDetails(readSummary(f), SnapshotCodec.documents(f));
    }

    static ObjectNode write(SessionPatch patch) {
        ObjectNode node = Json.object();
        return switch (patch) {
            case Start _ -> node.put("action", "start");
            case End _ -> node.put("action", "end");
            case Correct(var title, var tags, var plannedMinutes) -> {
                Json.putIfPresent(node, "title", title);
                if (tags != null) {
                    writeTags(node, tags);
                }
                yield Json.putIfPresent(node, "plannedMinutes", plannedMinutes);
            }
        };
    }

    static SessionPatch readPatch(Fields f) throws BadMessage {
        boolean corrects = Stream.of("title", "tags", "plannedMinutes").anyMatch(f::has);
        if (corrects == f.has("action")) {
            throw BadMessage.field("action", "there, or else title, tags or plannedMinutes");
        }
        return corrects ? correction(f) : action(f.text("action"));
    }

    private static SessionPatch action(String action) throws BadMessage {
        return switch (action) {
            case "start" -> new Start();
            case "end" -> new End();
            default -> throw BadMessage.field("action", "start or end");
        };
    }

    private static Correct correction(Fields f) throws BadMessage {
        return new Correct(
                f.has("title") ? f.line("title", Limits.TITLE_LENGTH) : null,
                tags(f),
                plannedMinutes(f));
    }

    private static @Nullable Integer plannedMinutes(Fields f) throws BadMessage {
        Integer minutes = EventCodec.minutes(f);
        if (minutes != null && (minutes < 1 || minutes > LONGEST_PLAN_MINUTES)) {
            throw BadMessage.field("plannedMinutes", "1 to " + LONGEST_PLAN_MINUTES);
        }
        return minutes;
    }

    private static @Nullable List<String> tags(Fields f) throws BadMessage {
        if (!f.has("tags")) {
            return null;
        }
        List<String> tags = new ArrayList<>();
        for (String tag : f.lines("tags", Limits.TAG_LENGTH)) {
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw BadMessage.field("tags", "a list of at most " + MOST_TAGS);
        }
        return tags;
    }

    private static ObjectNode writeTags(ObjectNode node, List<String> tags) {
        return node.set("tags", Json.array(tags, JsonNodeFactory.instance::textNode));
    }
}
