package dev.tandem.desktop.replay;

import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.language.Languages;
import dev.tandem.desktop.replay.Mark.Kind;
import dev.tandem.desktop.session.FactWords;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.Fact.PastedFromOutside;
import dev.tandem.protocol.event.Fact.WindowAway;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.FactNoted;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunInput;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.RunStopped;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.RoomEvent.TestsChanged;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.DepartureReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a log from its first event to its last, once, and tells what was going on. For one thread.
final class Storyteller {
    private final List<LoggedEvent> log;
    private final TimeAxis axis;
    private final Map<ParticipantId, LaneWriter> lanes = new LinkedHashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Map<RunId, Begun> runs = new LinkedHashMap<>();
    private final Map<DocumentId, Integer> revisions = new HashMap<>();
    private int place;

    /// A run that is not over yet, its mark among the others.
    private record Begun(LoggedEvent logged, RunStarted run, int mark, int passed) {}

    Storyteller(List<LoggedEvent> log) {
        this.log = log;
        this.axis = TimeAxis.of(log);
    }

    Story tell() {
        for (LoggedEvent logged : log) {
            place++;
            happen(logged);
        }
        List.copyOf(runs.values()).forEach(begun -> ran(begun, axis.end(), RunEnd.NONE));
        return new Story(
                log,
                axis,
                Pauses.of(log, axis),
                lanes.values().stream().map(lane -> lane.written(axis.end())).toList(),
                marks,
                revisions);
    }

    private void happen(LoggedEvent logged) {
        switch (logged.event()) {
            case CodeUpdate update -> {
                revisions.put(update.doc(), update.revision().value());
                LaneWriter lane = lane(logged.by());
                if (lane != null) {
                    lane.edited(logged.at(), update);
                }
            }
            case PeerJoined joined -> joined(logged, joined);
            case PeerLeft left -> left(logged, left);
            case SessionStarted _ ->
                    mark(logged, Kind.START, Tone.OK, who(logged.by()) + " started the interview");
            case SessionEnded _ -> mark(logged, Kind.END, Tone.NEUTRAL, "The interview ended");
            case DocumentOpened(var doc, String name, _, _) -> {
                if (!doc.equals(DocumentId.MAIN)) {
                    mark(logged, Kind.DOCUMENT, Tone.NEUTRAL, who(logged.by()) + " opened " + name);
                }
            }
            case LanguageChanged(_, String language) ->
                    mark(
                            logged,
                            Kind.DOCUMENT,
                            Tone.NEUTRAL,
                            who(logged.by()) + " chose " + Languages.of(language).name());
            case ChatMessage(String text) ->
                    did(logged, logged.at(), Stretch.Kind.CHATTED, "said “" + brief(text) + "”");
            case RunStarted started -> begin(logged, started);
            case TestFinished test ->
                    runs.computeIfPresent(
                            test.runId(),
                            (_, b) ->
                                    new Begun(
                                            b.logged,
                                            b.run,
                                            b.mark,
                                            b.passed + (test.passed() ? 1 : 0)));
            case RunFinished end -> {
                Begun begun = runs.remove(end.runId());
                if (begun != null) {
                    ran(begun, logged.at(), RunEnd.of(end, begun.run.tests(), begun.passed));
                }
            }
            case FactNoted(Fact fact) -> noted(logged, fact);
            case CodeSubmitted _ -> {
                did(logged, logged.at(), Stretch.Kind.SUBMITTED, "handed in the code");
                mark(logged, Kind.SUBMISSION, Tone.INFO, who(logged.by()) + " handed in the code");
            }
            case SessionCreated _,
                    SessionUpdated _,
                    DocumentClosed _,
                    PermissionsChanged _,
                    CodeOutput _,
                    RunInput _,
                    RunStopped _,
                    TestsChanged _ -> {}
        }
    }

    private void noted(LoggedEvent logged, Fact fact) {
        LaneWriter lane = lane(logged.by());
        if (lane != null) {
            lane.add(stretch(logged.at(), fact));
        }
    }

    private static Stretch stretch(long at, Fact fact) {
        String words = FactWords.of(fact);
        return switch (fact) {
            case PastedFromOutside _ -> new Stretch(at, at, Stretch.Kind.NOTED, words);
            case WindowAway(long ms) -> new Stretch(at - ms, at, Stretch.Kind.AWAY, words);
        };
    }

    private void joined(LoggedEvent logged, PeerJoined joined) {
        LaneWriter lane =
                lanes.computeIfAbsent(
                        joined.participantId(),
                        id -> new LaneWriter(id, joined.name(), PersonColor.of(joined.color())));
        lane.came(logged.at());
        mark(
                logged,
                Kind.PRESENCE,
                Tone.NEUTRAL,
                joined.name() + (joined.resumed() ? " is back" : " joined"));
    }

    private void left(LoggedEvent logged, PeerLeft left) {
        LaneWriter lane = lanes.get(left.participantId());
        if (lane != null) {
            lane.went(logged.at());
        }
        boolean lost = left.reason() == DepartureReason.LOST;
        String words =
                switch (left.reason()) {
                    case LEFT -> " left";
                    case LOST -> " lost the connection";
                    case REMOVED -> " was removed";
                };
        mark(
                logged,
                Kind.PRESENCE,
                lost ? Tone.WARN : Tone.NEUTRAL,
                who(left.participantId()) + words);
    }

    private void begin(LoggedEvent logged, RunStarted started) {
        runs.put(started.runId(), new Begun(logged, started, marks.size(), 0));
        mark(logged, Kind.RUN, Tone.INFO, who(logged.by()) + RunEnd.NONE.words(started));
    }

    /// How a run ended is said where it began.
    private void ran(Begun begun, long until, RunEnd end) {
        runs.remove(begun.run.runId());
        Mark before = marks.get(begun.mark);
        String words = end.words(begun.run);
        marks.set(
                begun.mark,
                new Mark(
                        before.place(),
                        before.at(),
                        Kind.RUN,
                        end.tone(),
                        who(begun.logged.by()) + words));
        did(begun.logged, until, end.kind(), words.strip());
    }

    private void did(LoggedEvent logged, long until, Stretch.Kind kind, String words) {
        LaneWriter lane = lane(logged.by());
        if (lane != null) {
            lane.add(new Stretch(logged.at(), Math.max(until, logged.at()), kind, words));
        }
    }

    private void mark(LoggedEvent logged, Kind kind, Tone tone, String words) {
        marks.add(new Mark(place, logged.at(), kind, tone, words));
    }

    private @Nullable LaneWriter lane(@Nullable ParticipantId id) {
        return id == null ? null : lanes.get(id);
    }

    private String who(@Nullable ParticipantId id) {
        LaneWriter lane = lane(id);
        return lane == null ? "Someone" : lane.name();
    }

    private static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }
}
