package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.api.AccountDetails;
import dev.tandem.protocol.api.CreateInvite;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedInvite;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.Health;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.Login;
import dev.tandem.protocol.api.PersonExport;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.RecoveryCodes;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionPatch;
import dev.tandem.protocol.api.TotpChange;
import dev.tandem.protocol.api.TotpSecret;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The bodies of the HTTP API: one JSON object each. What is read throws [BadMessage] where it is
/// not what it should be. Any thread.
public final class ApiCodec {
    private static final String NOTES = "notes";

    private static final Set<String> PROBLEM_FIELDS =
            Set.of("type", "title", "status", "detail", "code");

    private static final int RECOVERY_CODE_LENGTH = 60;

    private ApiCodec() {}

    public static String write(Login login) {
        return Json.write(AccountCodec.write(login));
    }

    public static Login readLogin(String json) throws BadMessage {
        return AccountCodec.readLogin(new Fields(Json.parse(json)));
    }

    public static String write(LoggedIn loggedIn) {
        return Json.write(AccountCodec.write(loggedIn));
    }

    public static LoggedIn readLoggedIn(String json) throws BadMessage {
        return AccountCodec.readLoggedIn(new Fields(Json.parse(json)));
    }

    public static String write(AccountDetails account) {
        return Json.write(AccountCodec.write(account));
    }

    public static AccountDetails readAccountDetails(String json) throws BadMessage {
        return AccountCodec.readDetails(new Fields(Json.parse(json)));
    }

    public static String write(TotpChange change) {
        return Json.write(AccountCodec.write(change));
    }

    public static TotpChange.Begin readTotpBegin(String json) throws BadMessage {
        return new TotpChange.Begin(new Fields(Json.parse(json)).text("password"));
    }

    public static TotpChange.Confirm readTotpConfirm(String json) throws BadMessage {
        return new TotpChange.Confirm(new Fields(Json.parse(json)).text("otp"));
    }

    public static TotpChange.TurnOff readTotpTurnOff(String json) throws BadMessage {
        Fields f = new Fields(Json.parse(json));
        return new TotpChange.TurnOff(f.text("password"), f.text("otp"));
    }

    public static String write(TotpSecret secret) {
        return Json.write(Json.object().put("secret", secret.secret()).put("uri", secret.uri()));
    }

    public static TotpSecret readTotpSecret(String json) throws BadMessage {
        Fields f = new Fields(Json.parse(json));
        return new TotpSecret(f.text("secret"), f.text("uri"));
    }

    public static String write(RecoveryCodes recovery) {
        ObjectNode node = Json.object();
        node.set("recoveryCodes", Json.array(recovery.codes(), JsonNodeFactory.instance::textNode));
        return Json.write(node);
    }

    public static RecoveryCodes readRecoveryCodes(String json) throws BadMessage {
        return new RecoveryCodes(
                new Fields(Json.parse(json)).lines("recoveryCodes", RECOVERY_CODE_LENGTH));
    }

    public static String write(CreateSession create) {
        return Json.write(SessionCodec.write(create));
    }

    public static CreateSession readCreateSession(String json) throws BadMessage {
        return SessionCodec.readCreate(new Fields(Json.parse(json)));
    }

    public static String write(CreatedSession created) {
        return Json.write(SessionCodec.write(created));
    }

    public static CreatedSession readCreatedSession(String json) throws BadMessage {
        return SessionCodec.readCreated(new Fields(Json.parse(json)));
    }

    /// What is answered to who brought a session's file.
    public static String writeImported(SessionId id, String hostToken) {
        return Json.write(Json.object().put("id", id.value()).put("hostToken", hostToken));
    }

    public static String write(CreateInvite create) {
        return Json.write(SessionCodec.write(create));
    }

    public static CreateInvite readCreateInvite(String json) throws BadMessage {
        return SessionCodec.readCreateInvite(new Fields(Json.parse(json)));
    }

    public static String write(CreatedInvite created) {
        return Json.write(SessionCodec.write(created));
    }

    public static CreatedInvite readCreatedInvite(String json) throws BadMessage {
        return SessionCodec.readCreatedInvite(new Fields(Json.parse(json)));
    }

    public static String writeInvites(List<LiveInvite> invites) {
        ObjectNode node = Json.object();
        node.set("items", Json.array(invites, SessionCodec::write));
        return Json.write(node);
    }

    public static List<LiveInvite> readInvites(String json) throws BadMessage {
        return new Fields(Json.parse(json)).objects("items", SessionCodec::readLiveInvite);
    }

    /// What is asked of a code before one comes in by it.
    public static String writeCode(String code) {
        return Json.write(Json.object().put("code", code));
    }

    public static String readCode(String json) throws BadMessage {
        return new Fields(Json.parse(json)).text("code");
    }

    public static String write(InviteDetails details) {
        return Json.write(SessionCodec.write(details));
    }

    public static InviteDetails readInviteDetails(String json) throws BadMessage {
        return SessionCodec.readInviteDetails(new Fields(Json.parse(json)));
    }

    public static String write(WriteFeedback write) {
        return Json.write(FeedbackCodec.write(write));
    }

    public static WriteFeedback readWriteFeedback(String json) throws BadMessage {
        return FeedbackCodec.readWrite(new Fields(Json.parse(json)));
    }

    /// All that was written about one session.
    public static String write(List<Feedback> feedback) {
        return Json.write(FeedbackCodec.write(feedback));
    }

    public static List<Feedback> readFeedback(String json) throws BadMessage {
        return new Fields(Json.parse(json)).objects("items", FeedbackCodec::read);
    }

    public static String write(SessionDetails details) {
        return Json.write(SessionCodec.write(details));
    }

    public static SessionDetails readSessionDetails(String json) throws BadMessage {
        return SessionCodec.readDetails(new Fields(Json.parse(json)));
    }

    public static String write(SessionPage page) {
        ObjectNode node = Json.object();
        node.set("items", Json.array(page.items(), SessionCodec::write));
        return Json.write(node.put("nextCursor", page.nextCursor()));
    }

    public static SessionPage readSessionPage(String json) throws BadMessage {
        Fields f = new Fields(Json.parse(json));
        return new SessionPage(
                f.objects("items", SessionCodec::readSummary), f.textOrNull("nextCursor"));
    }

    public static String write(SessionPatch patch) {
        return Json.write(SessionCodec.write(patch));
    }

    public static SessionPatch readSessionPatch(String json) throws BadMessage {
        return SessionCodec.readPatch(new Fields(Json.parse(json)));
    }

    public static String write(EventPage page) {
        ObjectNode node = Json.object();
        node.set("items", Json.array(page.items(), ServerMessageCodec::write));
        node.set(
                "nextAfter",
                Json.value(page.nextAfter() == null ? null : page.nextAfter().value()));
        return Json.write(node);
    }

    /// Events of a type that is not known here are left out.
    public static EventPage readEventPage(String json) throws BadMessage {
        Fields f = new Fields(Json.parse(json));
        List<LoggedEvent> items = new ArrayList<>();
        for (Fields item : f.objects("items")) {
            @Nullable LoggedEvent event = ServerMessageCodec.readEvent(item);
            if (event != null) {
                items.add(event);
            }
        }
        return new EventPage(items, f.has("nextAfter") ? f.seq("nextAfter") : null);
    }

    public static String write(PersonExport person) {
        ObjectNode node = Json.object();
        LoggedIn.User account = person.account();
        node.set("account", account == null ? Json.value(null) : AccountCodec.write(account));
        node.set("sessions", Json.array(person.sessions(), ApiCodec::write));
        return Json.write(node);
    }

    private static ObjectNode write(PersonExport.Session session) {
        ObjectNode node = SessionCodec.write(session.summary());
        node.put("owned", session.owned());
        node.set(
                "participantIds", Json.array(session.participants(), id -> Json.value(id.value())));
        node.set("events", Json.array(session.events(), ServerMessageCodec::write));
        node.set("feedback", Json.array(session.feedback(), FeedbackCodec::write));
        return node;
    }

    public static String write(Health health) {
        ObjectNode node = Json.object();
        health.parts().forEach((part, state) -> node.put(part, state.word()));
        if (!health.notes().isEmpty()) {
            ObjectNode notes = Json.object();
            health.notes().forEach(notes::put);
            node.set(NOTES, notes);
        }
        return Json.write(node);
    }

    public static Health readHealth(String json) throws BadMessage {
        Fields f = new Fields(Json.parse(json));
        Map<String, Health.State> parts = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        for (var part : f.object().properties()) {
            if (part.getKey().equals(NOTES)) {
                part.getValue()
                        .properties()
                        .forEach(n -> notes.put(n.getKey(), n.getValue().asText()));
            } else {
                parts.put(part.getKey(), f.word(part.getKey(), Health.State.class));
            }
        }
        return new Health(parts, notes);
    }

    public static String write(Problem problem) {
        ObjectNode node =
                Json.object()
                        .put("type", "about:blank")
                        .put("title", problem.code().title())
                        .put("status", problem.code().status())
                        .put("code", problem.code().word())
                        .put("detail", problem.detail());
        problem.facts().forEach((fact, value) -> node.set(fact, Json.value(value)));
        return Json.write(node);
    }

    /// A code that is not known here is read as [ProblemCode#INTERNAL].
    public static Problem readProblem(String json) throws BadMessage {
        Fields f = new Fields(Json.parse(json));
        Map<String, Object> facts = f.scalars();
        facts.keySet().removeAll(PROBLEM_FIELDS);
        ProblemCode code = Word.of(ProblemCode.class, f.text("code")).orElse(ProblemCode.INTERNAL);
        return new Problem(code, f.text("detail"), facts);
    }
}
