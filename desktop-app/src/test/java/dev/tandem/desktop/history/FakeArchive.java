package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.FactCount;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Interviews without a relay. It answers at once, or when it is told to.
final class FakeArchive implements Archive {
    static final long NOW = 1_795_000_000_000L;
    private static final List<String> TITLES =
            List.of(
                    "Backend engineer, first talk",
                    "Data engineer",
                    "Front end, pair session",
                    "Platform team: incident review and a long systems question",
                    "Graduate programme",
                    "Security engineer, second talk");
    private static final List<String> PEOPLE =
            List.of("Mert Demir", "Jonas Weber", "Lea Martin", "Özge İnan", "Priya Raman");
    private static final List<String> LANGUAGES =
            List.of("java", "python", "typescript", "go", "sql");

    final List<SessionSummary> sessions = new ArrayList<>();
    final List<SessionSearch> searches = new ArrayList<>();
    final List<SessionId> asked = new ArrayList<>();
    final Map<SessionId, List<Feedback>> feedback = new HashMap<>();
    int events = 25_000;

    /// Fails everything with this sentence; empty for nothing.
    String failure = "";

    /// Why, for machines.
    ProblemCode code;

    /// Whether answers wait for [#answer].
    boolean slow;

    private final List<Runnable> waiting = new ArrayList<>();

    FakeArchive(int count) {
        IntStream.range(0, count).mapToObj(FakeArchive::session).forEach(sessions::add);
    }

    static SessionSummary session(int n) {
        long createdAt = NOW - Duration.ofHours(3 + 17L * n).toMillis();
        boolean ended = n != 1;
        long endedAt = createdAt + Duration.ofSeconds(180 + 3_300 + n * 37L % 900).toMillis();
        return new SessionSummary(
                new SessionId("s" + n),
                new SessionFacts(
                        TITLES.get(n % TITLES.size()),
                        ended ? SessionStatus.ENDED : SessionStatus.ACTIVE,
                        createdAt,
                        createdAt + 180_000,
                        ended ? (Long) endedAt : null,
                        ended ? EndReason.ENDED_BY_INTERVIEWER : null,
                        60),
                LANGUAGES.get(n % LANGUAGES.size()),
                List.of(
                        new Person("Ada Kaya", Role.INTERVIEWER),
                        new Person(PEOPLE.get(n % PEOPLE.size()), Role.CANDIDATE)),
                n % 3 == 0 ? List.of("backend", "senior") : List.of(),
                ended
                        ? new SessionSize(4_200 + n * 13L % 3_000, 480_000 + n * 997L, n % 7, n % 3)
                        : null,
                new FactCount(n % 2 == 0, n % 2 == 0 ? n % 5 + 2 : 0));
    }

    /// Gives the answers that wait, in their order.
    void answer() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private <T> CompletableFuture<Answer<T>> answered(T value) {
        Answer<T> answer =
                failure.isEmpty() ? new Answer.Given<>(value) : new Answer.Failed<>(code, failure);
        CompletableFuture<Answer<T>> future = new CompletableFuture<>();
        if (slow) {
            waiting.add(() -> future.complete(answer));
        } else {
            future.complete(answer);
        }
        return future;
    }

    @Override
    public CompletableFuture<Answer<SessionPage>> list(
            SessionSearch search, String cursor, int limit) {
        searches.add(search);
        String words = search.any() == null ? "" : search.any().toLowerCase(Locale.ROOT);
        List<SessionSummary> found =
                sessions.stream()
                        .filter(s -> s.facts().title().toLowerCase(Locale.ROOT).contains(words))
                        .toList();
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + limit, found.size());
        return answered(
                new SessionPage(
                        found.subList(Math.min(from, to), to),
                        to < found.size() ? Integer.toString(to) : null));
    }

    @Override
    public CompletableFuture<Answer<List<Feedback>>> feedback(SessionId session) {
        return answered(List.copyOf(feedback.getOrDefault(session, List.of())));
    }

    @Override
    public CompletableFuture<Answer<List<Feedback>>> writeFeedback(
            SessionId session, WriteFeedback write) {
        List<Feedback> all = feedback.computeIfAbsent(session, _ -> new ArrayList<>());
        int there = all.stream().filter(Feedback::mine).mapToInt(Feedback::version).sum();
        if (write.version() != null && write.version() != there) {
            return CompletableFuture.completedFuture(
                    new Answer.Failed<>(ProblemCode.FEEDBACK_CHANGED, "It was changed."));
        }
        if (failure.isEmpty()) {
            all.removeIf(Feedback::mine);
            all.add(new Feedback(null, true, write.text(), NOW, there + 1));
        }
        return answered(List.copyOf(all));
    }

    @Override
    public CompletableFuture<Answer<SessionDetails>> details(SessionId session) {
        asked.add(session);
        SessionSummary summary =
                sessions.stream().filter(s -> s.id().equals(session)).findFirst().orElseThrow();
        return answered(
                new SessionDetails(
                        summary,
                        List.of(
                                new DocumentState(
                                        DocumentId.MAIN,
                                        "main",
                                        summary.language(),
                                        new Revision(7),
                                        CODE))));
    }

    @Override
    public CompletableFuture<Answer<EventPage>> events(SessionId session, Seq after, int limit) {
        long from = after.value() + 1;
        long to = Math.min(events, after.value() + limit);
        List<LoggedEvent> items =
                LongStream.rangeClosed(from, to)
                        .mapToObj(n ->
                                new LoggedEvent(new Seq(n), n, null, null, new ChatMessage("" + n)))
                        .toList();
        return answered(new EventPage(items, to < events ? new Seq(to) : null));
    }

    @Override
    public CompletableFuture<Answer<Path>> export(
            SessionId session, ExportFormat format, Path file) {
        return answered(file);
    }

    @Override
    public CompletableFuture<Answer<byte[]>> file(SessionId session) {
        return answered(new byte[0]);
    }

    @Override
    public CompletableFuture<Answer<Boolean>> delete(SessionId session) {
        if (failure.isEmpty() && !sessions.removeIf(s -> s.id().equals(session))) {
            return CompletableFuture.completedFuture(
                    new Answer.Failed<>(ProblemCode.NOT_FOUND, "There is no such thing here."));
        }
        return answered(true);
    }

    private static final String CODE =
            """
            from collections import deque


            def shortest_path(grid, start, goal):
                queue = deque([(start, 0)])
                seen = {start}
                while queue:
                    place, steps = queue.popleft()
                    if place == goal:
                        return steps
                    for neighbour in neighbours(grid, place):
                        if neighbour not in seen:
                            seen.add(neighbour)
                            queue.append((neighbour, steps + 1))
                return None
            """;
}
