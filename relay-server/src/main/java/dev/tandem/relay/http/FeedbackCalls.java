package dev.tandem.relay.http;

import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.Doors;
import dev.tandem.relay.http.Callers.Owned;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.AuditTrail;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.Feedbacks;
import dev.tandem.relay.sessionlog.Feedbacks.Author;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a session's interviewers write about it, each their own, and read of each other. Besides
/// whoever the session belongs to it is open to those who came in as interviewers, with their
/// resume token.
record FeedbackCalls(
        Callers callers, Doors doors, RoomRegistry rooms, Feedbacks feedbacks, AuditTrail audit) {

    List<Route> routes(String prefix) {
        return List.of(
                Route.of("GET", prefix + "/sessions/{id}/feedback", this::read),
                Route.of("PUT", prefix + "/sessions/{id}/feedback", this::write));
    }

    private record Interviewer(SessionId session, Author author, Doer by) {}

    private Answer read(ApiRequest request) {
        Interviewer reader = interviewer(request);
        List<Feedback> all = feedbacks.of(reader.session(), reader.author());
        if (!all.isEmpty()) {
            audit.note(AuditEntry.now(Deed.FEEDBACK_READ, reader.by(), reader.session()));
        }
        return Answer.ok(ApiCodec.write(all));
    }

    private Answer write(ApiRequest request) throws BadMessage {
        Interviewer writer = interviewer(request);
        WriteFeedback wanted = ApiCodec.readWriteFeedback(request.json());
        List<Feedback> all =
                feedbacks.write(writer.session(), writer.author(), wanted, writer.by());
        if (all == null) {
            throw new HttpProblem(
                    ProblemCode.FEEDBACK_CHANGED,
                    "Your feedback was changed elsewhere meanwhile; read it first.");
        }
        return Answer.ok(ApiCodec.write(all));
    }

    private Interviewer interviewer(ApiRequest request) {
        Optional<Doors.Place> place = doors.place(callers.token(request));
        if (place.isPresent()) {
            return guest(request, place.get());
        }
        Owned owned = callers.owned(request);
        return new Interviewer(owned.id(), Author.OWNER, owned.by());
    }

    private Interviewer guest(ApiRequest request, Doors.Place place) {
        if (!rooms.ask(place.session(), state -> leads(state.participant(place.participant())))
                .join()) {
            throw HttpProblem.unauthorized();
        }
        if (!place.session().equals(request.session())) {
            throw HttpProblem.notFound();
        }
        return new Interviewer(
                place.session(),
                place.owner() ? Author.OWNER : Author.of(place.participant()),
                Doer.participant(place.participant()));
    }

    /// Who was sent out is an interviewer no more.
    private static boolean leads(@Nullable Participant participant) {
        return participant != null
                && participant.role().leads()
                && participant.presence() != Presence.REMOVED;
    }
}
