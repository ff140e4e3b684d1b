package dev.tandem.relay.http;

import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.sessionlog.NewSession;
import dev.tandem.relay.sessionlog.Sessions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes sessions.
record CreateCall(
        Callers callers,
        Passwords passwords,
        Sessions sessions,
        RoomRegistry rooms,
        Invites invites,
        HttpSettings settings)
        implements Call {
    private static final String DEFAULT_LANGUAGE = "plaintext";
    private static final String MAIN_NAME = "main";

    @Override
    public Answer answer(ApiRequest request) throws BadMessage {
        String ownerId = callers.ownerOfNew(request, settings);
        CreateSession create = ApiCodec.readCreateSession(request.json());
        checkLength(create.code());
        CreatedSession created = created(request);
        sessions.create(newSession(ownerId, create, created), firstEvents(create, created));
        rooms.watch(created.id());
        return Answer.created(ApiCodec.write(created));
    }

    private static void checkLength(@Nullable String code) {
        if (code != null && code.length() > Limits.DOCUMENT_LENGTH) {
            throw new HttpProblem(
                    new Problem(
                            ProblemCode.DOCUMENT_TOO_LARGE,
                            "A document holds at most %,d characters."
                                    .formatted(Limits.DOCUMENT_LENGTH),
                            Map.of("length", code.length(), "limit", Limits.DOCUMENT_LENGTH)));
        }
    }

    private CreatedSession created(ApiRequest request) {
        long now = settings.clock().millis();
        return new CreatedSession(
                new SessionId(Secrets.newId()),
                SessionStatus.WAITING,
                now,
                Secrets.newToken(),
                Arrays.stream(Role.values())
                        .collect(Collectors.toMap(Function.identity(), _ -> invite(request))));
    }

    private Invite invite(ApiRequest request) {
        return invites.make(request.called(), settings.inviteExpiry().toMillis());
    }

    private NewSession newSession(
            @Nullable String ownerId, CreateSession create, CreatedSession created) {
        return new NewSession(
                created.id(),
                ownerId,
                create.tags(),
                create.password() == null ? null : passwords.hash(create.password()),
                Secrets.hash(created.hostToken()),
                Arrays.stream(Role.values())
                        .map(role -> Invites.stored(role, created.invite(role)))
                        .toList());
    }

    private static List<LoggedEvent> firstEvents(CreateSession create, CreatedSession created) {
        String language = create.language() == null ? DEFAULT_LANGUAGE : create.language();
        String text = create.code() == null ? "" : create.code();
        var sessionCreated =
                new SessionCreated(
                        create.title(), language, create.plannedMinutes(), create.facts());
        var opened = new DocumentOpened(DocumentId.MAIN, MAIN_NAME, language, text);
        return List.of(
                new LoggedEvent(new Seq(1), created.createdAt(), null, null, sessionCreated),
                new LoggedEvent(new Seq(2), created.createdAt(), null, null, opened));
    }
}
