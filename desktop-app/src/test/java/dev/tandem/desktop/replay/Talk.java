package dev.tandem.desktop.replay;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.PersonColors;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the log of an interview as a test wants it. It was created at [#CREATED].
public final class Talk {
    public static final long CREATED = 1_760_000_000_000L;
    public static final ParticipantId ADA = new ParticipantId("ada");
    public static final ParticipantId MERT = new ParticipantId("mert");
    public static final ParticipantId SELIN = new ParticipantId("selin");

    private final List<LoggedEvent> log = new ArrayList<>();
    private final Map<DocumentId, String> texts = new HashMap<>();
    private final Map<DocumentId, Integer> revisions = new HashMap<>();
    private long now = CREATED;
    private int people;
    private int runs;

    public Talk() {
        add(null, new RoomEvent.SessionCreated("Backend engineer, first talk", "python", 60));
        open(null, DocumentId.MAIN, "main.py", "");
    }

    public List<LoggedEvent> log() {
        return List.copyOf(log);
    }

    public String text() {
        return texts.getOrDefault(DocumentId.MAIN, "");
    }

    public Talk after(long ms) {
        now += ms;
        return this;
    }

    public long now() {
        return now;
    }

    public Talk add(@Nullable ParticipantId by, RoomEvent event) {
        int seq = log.size() + 1;
        log.add(
                new LoggedEvent(
                        new Seq(seq), now, by, by == null ? null : new CommandId(seq), event));
        return this;
    }

    public Talk open(@Nullable ParticipantId by, DocumentId doc, String name, String text) {
        texts.put(doc, text);
        revisions.put(doc, 0);
        return add(by, new RoomEvent.DocumentOpened(doc, name, "python", text));
    }

    public Talk join(ParticipantId id, String name, Role role) {
        String color = PersonColors.of(people++);
        return add(id, new RoomEvent.PeerJoined(id, name, role, color, false));
    }

    public Talk back(ParticipantId id, String name, Role role, int number) {
        String color = PersonColors.of(number);
        return add(id, new RoomEvent.PeerJoined(id, name, role, color, true));
    }

    public Talk leave(ParticipantId id, DepartureReason reason) {
        return add(id, new RoomEvent.PeerLeft(id, reason));
    }

    public Talk start() {
        return add(ADA, new RoomEvent.SessionStarted(now));
    }

    public Talk end() {
        return add(ADA, new RoomEvent.SessionEnded(now, EndReason.ENDED_BY_INTERVIEWER, 0));
    }

    public Talk edit(ParticipantId by, TextOperation operation) {
        return edit(by, DocumentId.MAIN, operation);
    }

    public Talk edit(ParticipantId by, DocumentId doc, TextOperation operation) {
        String before = texts.getOrDefault(doc, "");
        List<String> deleted = new ArrayList<>();
        int at = 0;
        for (TextOperation.Part part : operation.parts()) {
            if (part instanceof TextOperation.Delete(int length)) {
                deleted.add(before.substring(at, at + length));
            }
            at += part.baseLength();
        }
        texts.put(doc, operation.apply(before));
        int revision = revisions.merge(doc, 1, Integer::sum);
        return add(by, new RoomEvent.CodeUpdate(doc, new Revision(revision), operation, deleted));
    }

    /// Inserts at once.
    public Talk insert(ParticipantId by, int at, String text) {
        return edit(by, TextOperation.insert(text().length(), at, text));
    }

    public Talk append(ParticipantId by, String text) {
        return insert(by, text().length(), text);
    }

    /// Key by key, at the end.
    public Talk type(ParticipantId by, String text, long msEach) {
        text.codePoints().forEach(c -> after(msEach).append(by, Character.toString(c)));
        return this;
    }

    public Talk say(ParticipantId by, String words) {
        return add(by, new RoomEvent.ChatMessage(words));
    }

    public Talk note(ParticipantId by, Fact fact) {
        return add(by, new RoomEvent.FactNoted(fact));
    }

    public Talk submit(ParticipantId by) {
        return add(
                by,
                new RoomEvent.CodeSubmitted(
                        new SubmissionId("submission-" + log.size()),
                        DocumentId.MAIN,
                        new Revision(revisions.getOrDefault(DocumentId.MAIN, 0)),
                        null,
                        text()));
    }

    public Talk language(ParticipantId by, String language) {
        return add(by, new RoomEvent.LanguageChanged(DocumentId.MAIN, language));
    }

    /// A run that prints and takes its time.
    public Talk run(
            ParticipantId by,
            long ms,
            String output,
            @Nullable Integer exit,
            @Nullable RunProblem problem) {
        RunId id = new RunId("run-" + ++runs);
        Revision revision = new Revision(revisions.getOrDefault(DocumentId.MAIN, 0));
        add(by, new RoomEvent.RunStarted(id, DocumentId.MAIN, "python", revision, null, null));
        after(ms / 2);
        if (!output.isEmpty()) {
            add(null, new RoomEvent.CodeOutput(id, RunStream.STDOUT, output));
        }
        RunError error =
                problem == null ? null : new RunError(problem, "It ran too long and was stopped.");
        return after(ms - ms / 2)
                .add(
                        null,
                        new RoomEvent.RunFinished(
                                id, exit, null, ms, ms / 2, 12_300_000L, false, error));
    }

    public Recording recording() {
        return new Recording("Backend engineer, first talk", log);
    }

    /// Two people who have started.
    public static Talk begun() {
        return new Talk()
                .after(1_000)
                .join(ADA, "Ada Kaya", Role.INTERVIEWER)
                .after(1_000)
                .join(MERT, "Mert Demir", Role.CANDIDATE)
                .after(1_000)
                .start();
    }
}
