package dev.tandem.protocol.room;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Decision.Accepted;
import dev.tandem.protocol.intent.Decision.Refused;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Intent.ChatMessage;
import dev.tandem.protocol.intent.Intent.CloseDocument;
import dev.tandem.protocol.intent.Intent.CodeUpdate;
import dev.tandem.protocol.intent.Intent.EndSession;
import dev.tandem.protocol.intent.Intent.LeaveRoom;
import dev.tandem.protocol.intent.Intent.MalformedCodeUpdate;
import dev.tandem.protocol.intent.Intent.NoteFact;
import dev.tandem.protocol.intent.Intent.OnDocument;
import dev.tandem.protocol.intent.Intent.OpenDocument;
import dev.tandem.protocol.intent.Intent.RemoveParticipant;
import dev.tandem.protocol.intent.Intent.RunCode;
import dev.tandem.protocol.intent.Intent.RunInput;
import dev.tandem.protocol.intent.Intent.SetLanguage;
import dev.tandem.protocol.intent.Intent.SetPermissions;
import dev.tandem.protocol.intent.Intent.SetTests;
import dev.tandem.protocol.intent.Intent.StartSession;
import dev.tandem.protocol.intent.Intent.StopRun;
import dev.tandem.protocol.intent.Intent.SubmitCode;
import dev.tandem.protocol.intent.Intent.UpdateSession;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.SessionStatus;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decides one intent against one state.
record Decider(RoomState state, Author author, long now) {

    Decision decide(Intent intent) {
        Capability needed = capabilityFor(intent);
        Refusal mayNot = needed == null ? null : whyNot(needed);
        return mayNot == null ? content(intent) : new Refused(mayNot);
    }

    private static @Nullable Capability capabilityFor(Intent intent) {
        return switch (intent) {
            case LeaveRoom _ -> null;
            case CodeUpdate _, MalformedCodeUpdate _, SetLanguage _ -> Capability.EDIT;
            case ChatMessage _ -> Capability.CHAT;
            case RunCode _, RunInput _, StopRun _ -> Capability.RUN;
            case SubmitCode _ -> Capability.SUBMIT;
            case NoteFact _ -> Capability.NOTE;
            case StartSession _,
                    EndSession _,
                    UpdateSession _,
                    SetPermissions _,
                    RemoveParticipant _,
                    OpenDocument _,
                    CloseDocument _,
                    SetTests _ ->
                    Capability.CONDUCT;
        };
    }

    private @Nullable Refusal whyNot(Capability needed) {
        return switch (author) {
            case Author.Owner _ -> Rights.whyNotOwner(needed, state.status());
            case Author.Member(ParticipantId id) -> RoomRules.whyNot(state, id, needed);
        };
    }

    private Decision content(Intent intent) {
        return switch (intent) {
            case StartSession _ -> start();
            case EndSession _ ->
                    new Accepted(RoomRules.end(state, EndReason.ENDED_BY_INTERVIEWER, now));
            case LeaveRoom _ -> leave();
            case UpdateSession(var title, var plannedMinutes) ->
                    new Accepted(new SessionUpdated(title, plannedMinutes));
            case ChatMessage(String text) -> new Accepted(new RoomEvent.ChatMessage(text));
            case SetPermissions set -> permissions(set);
            case RemoveParticipant(ParticipantId id) -> remove(id);
            case RunInput input -> type(input);
            case StopRun(RunId id) -> underWay(id, _ -> new Accepted(new RoomEvent.RunStopped(id)));
            case NoteFact(Fact fact) -> note(fact);
            case OnDocument onDocument -> new DocumentDecider(state).decide(onDocument);
        };
    }

    private Decision type(RunInput input) {
        return underWay(
                input.runId(),
                run ->
                        run.inputEnded()
                                ? new Refused(
                                        Refusals.badMessage(
                                                "runId", "The input of this run has ended."))
                                : new Accepted(
                                        new RoomEvent.RunInput(
                                                input.runId(), input.text(), input.eof())));
    }

    private Decision underWay(RunId id, Function<Run, Decision> rule) {
        Run run = state.runs().get(id);
        return run == null || run.isOver() ? new Refused(Refusals.noSuchRun(id)) : rule.apply(run);
    }

    private Decision note(Fact fact) {
        if (!state.facts().on()) {
            return new Refused(
                    new Refusal(
                            ErrorCode.FORBIDDEN, "Nothing is noted about windows in this room."));
        }
        return fact instanceof Fact.PastedFromOutside(var doc, _) && state.document(doc) == null
                ? new Refused(Refusals.noSuchDocument(doc))
                : new Accepted(new RoomEvent.FactNoted(fact));
    }

    private Decision start() {
        return state.status() == SessionStatus.WAITING
                ? new Accepted(new SessionStarted(now))
                : new Refused(
                        new Refusal(ErrorCode.NOT_ACTIVE, "The interview has already started."));
    }

    private Decision leave() {
        ParticipantId id = author.participantId();
        if (id == null) {
            return new Refused(new Refusal(ErrorCode.FORBIDDEN, "You are not in this room."));
        }
        PeerLeft left = new PeerLeft(id, DepartureReason.LEFT);
        return new Accepted(left, isLastLeader(id) ? endWithoutLeader() : List.of());
    }

    private boolean isLastLeader(ParticipantId leaving) {
        Participant participant = state.participant(leaving);
        return state.status() == SessionStatus.ACTIVE
                && participant != null
                && participant.role().leads()
                && !state.with(participant.with(Presence.LEFT)).isLed();
    }

    private List<RoomEvent> endWithoutLeader() {
        return List.of(RoomRules.end(state, EndReason.INTERVIEWER_LEFT, now));
    }

    private Decision remove(ParticipantId id) {
        if (id.equals(author.participantId())) {
            return new Refused(
                    new Refusal(
                            ErrorCode.FORBIDDEN,
                            "Nobody removes themselves; leave the room instead."));
        }
        Participant participant = state.participant(id);
        return participant == null || !participant.presence().mayBeHere()
                ? new Refused(Refusals.noSuchParticipant(id))
                : new Accepted(new PeerLeft(id, DepartureReason.REMOVED));
    }

    private Decision permissions(SetPermissions set) {
        Participant participant = state.participant(set.participantId());
        if (participant == null) {
            return new Refused(Refusals.noSuchParticipant(set.participantId()));
        }
        if (!participant.role().hasAdjustablePermissions()) {
            return new Refused(
                    new Refusal(
                            ErrorCode.FORBIDDEN, "Only a candidate's permissions can be changed."));
        }
        Permissions old = participant.permissions();
        Permissions changed =
                new Permissions(
                        set.canEdit() == null ? old.canEdit() : set.canEdit(),
                        set.canRun() == null ? old.canRun() : set.canRun());
        return new Accepted(new RoomEvent.PermissionsChanged(participant.participantId(), changed));
    }
}
