package dev.tandem.relay.history;

import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.FactNoted;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunInput;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.Word;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A session as a page to read: who was there and when, the code as it was left, what was handed
/// in, what ran, what was said. It is fed the log event by event. For one thread.
final class Report {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final int OUTPUT_SHOWN = 10_000;
    private static final String BREAK = "\n";

    private final SessionSummary session;
    private final List<Feedback> feedback;
    private final Map<RunId, Program> programs = new LinkedHashMap<>();
    private final List<LoggedEvent> submissions = new ArrayList<>();
    private final List<LoggedEvent> messages = new ArrayList<>();
    private final List<LoggedEvent> facts = new ArrayList<>();
    private RoomState state = RoomState.EMPTY;

    /// One run, as far as it is shown.
    private static final class Program {
        final LoggedEvent begun;
        final RunStarted started;
        final StringBuilder text = new StringBuilder();
        final List<TestFinished> tests = new ArrayList<>();
        long unshown;
        @Nullable RunFinished finished;

        Program(LoggedEvent begun, RunStarted started) {
            this.begun = begun;
            this.started = started;
        }

        void add(String more) {
            int room = Math.max(0, Math.min(more.length(), OUTPUT_SHOWN - text.length()));
            text.append(more, 0, room);
            unshown += more.length() - room;
        }
    }

    /// @param feedback what interviewers wrote, as far as it is told
    Report(SessionSummary session, List<Feedback> feedback) {
        this.session = session;
        this.feedback = feedback;
    }

    void read(LoggedEvent logged) {
        state = RoomRules.evolve(state, logged).withLatest(0, 0);
        switch (logged.event()) {
            case RunStarted started -> programs.put(started.runId(), new Program(logged, started));
            case CodeOutput(var id, _, String text) -> add(id, text);
            case RunInput(var id, String text, _) -> add(id, text);
            case TestFinished test -> {
                Program program = programs.get(test.runId());
                if (program != null) {
                    program.tests.add(test);
                }
            }
            case RunFinished finished -> {
                Program program = programs.get(finished.runId());
                if (program != null) {
                    program.finished = finished;
                }
            }
            case CodeSubmitted _ -> submissions.add(logged);
            case ChatMessage _ -> messages.add(logged);
            case FactNoted _ -> facts.add(logged);
            case RoomEvent _ -> {}
        }
    }

    private void add(RunId id, String text) {
        Program program = programs.get(id);
        if (program != null) {
            program.add(text);
        }
    }

    void write(Writer out) throws IOException {
        out.append("# ").append(Markdown.plain(state.session().title())).append(BREAK);
        writeFacts(out);
        writeCode(out);
        writeSubmissions(out);
        writeRuns(out);
        writeChat(out);
        writeNoted(out);
        writeFeedback(out);
    }

    private void writeFacts(Writer out) throws IOException {
        out.append(BREAK);
        fact(out, "Made", date(state.session().createdAt()));
        Long startedAt = state.session().startedAt();
        Long endedAt = state.session().endedAt();
        Long duration = state.session().durationMs();
        fact(out, "Started", startedAt == null ? "never" : date(startedAt));
        fact(out, "Ended", endedAt == null ? "not yet" : date(endedAt) + ", " + reason());
        if (duration != null) {
            fact(out, "Took", length(duration));
        }
        fact(out, "Language", Markdown.plain(state.language()));
        fact(out, "People", people());
        if (!session.tags().isEmpty()) {
            fact(out, "Tags", Markdown.plain(String.join(", ", session.tags())));
        }
    }

    private static void fact(Writer out, String what, String value) throws IOException {
        out.append("- **").append(what).append(":** ").append(value).append(BREAK);
    }

    private String reason() {
        Word reason = state.session().endReason();
        return reason == null ? "" : spoken(reason);
    }

    private String people() {
        return state.participants().values().stream()
                .map(p -> "%s (%s)".formatted(Markdown.plain(p.name()), p.role().word()))
                .collect(Collectors.joining(", "));
    }

    private void writeCode(Writer out) throws IOException {
        out.append("\n## Code\n");
        for (Document document : state.documents().values()) {
            out.append("\n### ").append(Markdown.plain(document.name())).append("\n\n");
            out.append(Markdown.block(document.language(), document.text().toString()));
        }
    }

    private void writeSubmissions(Writer out) throws IOException {
        if (!submissions.isEmpty()) {
            out.append("\n## Handed in\n");
        }
        for (LoggedEvent logged : submissions) {
            if (logged.event() instanceof CodeSubmitted submitted) {
                out.append("\n### ").append(heading(logged)).append("\n\n");
                out.append(Markdown.block(language(submitted.doc().value()), submitted.text()));
            }
        }
    }

    private String language(String doc) {
        return state.documents().values().stream()
                .filter(document -> document.doc().value().equals(doc))
                .map(Document::language)
                .findFirst()
                .orElse("");
    }

    private void writeRuns(Writer out) throws IOException {
        if (!programs.isEmpty()) {
            out.append("\n## Runs\n");
        }
        for (Program program : programs.values()) {
            out.append("\n### ").append(heading(program.begun)).append("\n\n");
            out.append(verdict(program)).append(BREAK);
            for (TestFinished test : program.tests) {
                out.append("- ").append(Markdown.plain(test.name()));
                out.append(test.passed() ? ": passed\n" : ": failed\n");
                if (!test.passed() && test.output() != null && !test.output().isEmpty()) {
                    out.append(BREAK).append(Markdown.block("", test.output())).append(BREAK);
                }
            }
            if (!program.text.isEmpty()) {
                out.append(BREAK).append(Markdown.block("", program.text.toString()));
            }
            if (program.unshown > 0) {
                out.append(
                        "\n%,d more characters were left out here.\n".formatted(program.unshown));
            }
        }
    }

    private static String verdict(Program program) {
        RunFinished finished = program.finished;
        String what = Markdown.plain(program.started.language());
        if (finished == null) {
            return what + ", not over.";
        }
        String time = "%s, %.1f s: ".formatted(what, finished.timeMs() / 1_000.0);
        if (finished.error() != null) {
            return time + Markdown.plain(finished.error().message());
        }
        return finished.signal() != null
                ? time + "ended by " + Markdown.plain(finished.signal()) + "."
                : time + (program.started.tests() == null ? exit(finished) : "tests done.");
    }

    private static String exit(RunFinished finished) {
        return "exit code " + finished.exitCode() + ".";
    }

    private void writeChat(Writer out) throws IOException {
        if (!messages.isEmpty()) {
            out.append("\n## Chat\n\n");
        }
        for (LoggedEvent logged : messages) {
            if (logged.event() instanceof ChatMessage(String text)) {
                out.append("- **").append(heading(logged)).append(":** ");
                out.append(text.lines().map(Markdown::plain).collect(Collectors.joining("  \n  ")));
                out.append(BREAK);
            }
        }
    }

    private void writeNoted(Writer out) throws IOException {
        if (!facts.isEmpty()) {
            out.append("\n## Noted by the window\n\n");
        }
        for (LoggedEvent logged : facts) {
            if (logged.event() instanceof FactNoted(Fact fact)) {
                out.append("- **").append(heading(logged)).append(":** ");
                out.append(words(fact)).append(BREAK);
            }
        }
    }

    private void writeFeedback(Writer out) throws IOException {
        if (!feedback.isEmpty()) {
            out.append("\n## Feedback\n");
        }
        for (Feedback one : feedback) {
            String name = one.name();
            out.append("\n### ").append(name == null ? "An interviewer" : Markdown.plain(name));
            out.append(", ").append(date(one.updatedAt())).append("\n\n");
            out.append(one.text().lines().map(Markdown::plain).collect(Collectors.joining("  \n")));
            out.append(BREAK);
        }
    }

    private static String words(Fact fact) {
        return switch (fact) {
            case Fact.PastedFromOutside(_, int length) ->
                    "pasted %,d character%s from outside the window"
                            .formatted(length, length == 1 ? "" : "s");
            case Fact.WindowAway(long durationMs) ->
                    "was away from the window, " + length(durationMs);
        };
    }

    private String heading(LoggedEvent logged) {
        return Markdown.plain(name(logged.by())) + ", " + clock(logged.at());
    }

    private String name(@Nullable ParticipantId id) {
        Participant participant = id == null ? null : state.participant(id);
        return participant == null ? "Tandem" : participant.name();
    }

    /// How long after the interview's start it was, or before.
    private String clock(long at) {
        Long startedAt = state.session().startedAt();
        Duration since =
                Duration.ofMillis(
                        at - (startedAt == null ? state.session().createdAt() : startedAt));
        Duration length = since.abs();
        return "%s%d:%02d:%02d"
                .formatted(
                        since.isNegative() ? "−" : "",
                        length.toHours(),
                        length.toMinutesPart(),
                        length.toSecondsPart());
    }

    private static String date(long at) {
        return DATE.format(Instant.ofEpochMilli(at)) + " UTC";
    }

    private static String length(long ms) {
        Duration length = Duration.ofMillis(ms);
        return length.toHours() == 0
                ? "%d min %d s".formatted(length.toMinutesPart(), length.toSecondsPart())
                : "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
    }

    private static String spoken(Word word) {
        return word.word().replace('_', ' ');
    }
}
