package dev.tandem.relay.http;

import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPatch.Correct;
import dev.tandem.protocol.api.SessionPatch.End;
import dev.tandem.protocol.api.SessionPatch.Start;
import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.Decision.Refused;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.role.Word;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.history.Digests;
import dev.tandem.relay.history.ExportOptions;
import dev.tandem.relay.history.Exports;
import dev.tandem.relay.http.Callers.Owned;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.AuditTrail;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.SessionCursor;
import dev.tandem.relay.sessionlog.SessionLog;
import dev.tandem.relay.sessionlog.SessionQuery;
import dev.tandem.relay.sessionlog.Sessions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked about sessions that are there.
record SessionCalls(
        Callers callers,
        Sessions sessions,
        Digests digests,
        SessionLog log,
        Exports exports,
        AuditTrail audit,
        RoomRegistry rooms) {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int EVENTS = 1_000;
    private static final int MOST_EVENTS = 10_000;

    List<Route> routes(String prefix) {
        return List.of(
                Route.of("GET", prefix + "/sessions", this::list),
                Route.of("GET", prefix + "/sessions/{id}", this::one),
                Route.of("PATCH", prefix + "/sessions/{id}", this::patch),
                Route.of("DELETE", prefix + "/sessions/{id}", this::delete),
                Route.of("GET", prefix + "/sessions/{id}/events", this::events),
                Route.of("GET", prefix + "/sessions/{id}/export", this::export));
    }

    private Answer list(ApiRequest request) {
        String owner = callers.owner(request);
        SessionSearch search = SearchParameters.of(request);
        SessionQuery query =
                new SessionQuery(
                        owner,
                        search,
                        cursor(request.parameter("cursor"), search.sort()),
                        (int) request.number("limit", PAGE, 1, LARGEST_PAGE));
        digests.awaitMade();
        return Answer.ok(ApiCodec.write(sessions.list(query)));
    }

    private static @Nullable SessionCursor cursor(@Nullable String given, SessionSort sort) {
        return given == null
                ? null
                : SessionCursor.parse(given, sort)
                        .orElseThrow(() ->
                                HttpProblem.badParameter(
                                        "cursor", "one that a list in this order ended with"));
    }

    private Answer one(ApiRequest request) {
        Owned session = callers.owned(request);
        Answer answer = details(session);
        audit.note(AuditEntry.now(Deed.SESSION_READ, session.by(), session.id()));
        return answer;
    }

    private Answer details(Owned session) {
        SessionSummary stored = session.summary();
        SessionDetails details = rooms.ask(stored.id(), state -> Details.of(stored, state)).join();
        return Answer.ok(ApiCodec.write(details));
    }

    private Answer patch(ApiRequest request) throws BadMessage {
        SessionId id = callers.owned(request).id();
        switch (ApiCodec.readSessionPatch(request.json())) {
            case Start _ -> ask(id, new Intent.StartSession());
            case End _ -> ask(id, new Intent.EndSession());
            case Correct correction -> correct(id, correction);
        }
        return details(callers.owned(request));
    }

    private void correct(SessionId id, Correct correction) {
        if (correction.title() != null || correction.plannedMinutes() != null) {
            ask(id, new Intent.UpdateSession(correction.title(), correction.plannedMinutes()));
        }
        if (correction.tags() != null) {
            sessions.setTags(id, correction.tags());
        }
    }

    private void ask(SessionId id, Intent intent) {
        if (rooms.request(id, intent).join() instanceof Refused(var refusal)) {
            throw new HttpProblem(Problem.of(refusal));
        }
    }

    private Answer delete(ApiRequest request) {
        Owned session = callers.owned(request);
        SessionId id = session.id();
        if (!rooms.erase(id, () -> sessions.delete(id, session.by())).join()) {
            throw new HttpProblem(
                    ProblemCode.NOT_ENDED, "End the interview first; then it can be erased.");
        }
        sessions.awaitErased();
        return Answer.noContent();
    }

    private Answer events(ApiRequest request) {
        Owned session = callers.owned(request);
        Seq after = new Seq(request.number("after", 0, 0, Long.MAX_VALUE));
        int limit = (int) request.number("limit", EVENTS, 1, MOST_EVENTS);
        List<LoggedEvent> oneMore = log.read(session.id(), after, limit + 1);
        audit.note(AuditEntry.now(Deed.LOG_READ, session.by(), session.id()));
        List<LoggedEvent> items = oneMore.subList(0, Math.min(limit, oneMore.size()));
        Seq nextAfter = oneMore.size() > limit ? items.getLast().seq() : null;
        return Answer.ok(ApiCodec.write(new EventPage(items, nextAfter)));
    }

    private Answer export(ApiRequest request) {
        Owned session = callers.owned(request);
        ExportFormat format = format(request.parameter("format"));
        ExportOptions options = options(request, format);
        audit.note(AuditEntry.now(Deed.SESSION_EXPORTED, session.by(), session.id()));
        return Answer.download(
                format.contentType(),
                format.fileName(session.summary().facts()),
                out -> exports.write(session.summary(), format, options, out));
    }

    private static ExportFormat format(@Nullable String word) {
        return word == null
                ? ExportFormat.JSON
                : Word.of(ExportFormat.class, word)
                        .orElseThrow(
                                () -> HttpProblem.badParameter("format", ExportFormat.words()));
    }

    private static ExportOptions options(ApiRequest request, ExportFormat format) {
        return new ExportOptions(
                option(request, "private", "true", "false"), namesReplaced(request, format));
    }

    private static boolean namesReplaced(ApiRequest request, ExportFormat format) {
        if (request.parameter("names") != null && format.isWhole()) {
            throw HttpProblem.badParameter(
                    "names", "for html and md; the others are the log as it is");
        }
        return option(request, "names", "replaced", "kept");
    }

    /// One of two words; what is left out is the second.
    private static boolean option(ApiRequest request, String name, String yes, String no) {
        String word = request.parameter(name);
        if (word != null && !word.equals(yes) && !word.equals(no)) {
            throw HttpProblem.badParameter(name, yes + " or " + no);
        }
        return yes.equals(word);
    }
}
