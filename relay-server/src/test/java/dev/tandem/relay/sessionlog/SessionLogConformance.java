package dev.tandem.relay.sessionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.history.StoredCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [SessionLog] has to do, whatever engine is behind it.
abstract class SessionLogConformance {

    /// The log as a relay has it now.
    abstract SessionLog log();

    /// Begins the log of a new session with these events.
    abstract SessionId begin(List<LoggedEvent> firstEvents);

    /// The relay ends, and another one comes up on what it has left.
    abstract SessionLog reopen() throws Exception;

    private static final Seq TWO = new Seq(2);

    private SessionId begin() {
        return begin(Logs.beginning("Talk"));
    }

    @Test
    void beginsWithItsFirstEvents() {
        List<LoggedEvent> first = Logs.beginning("Talk");
        SessionId session = begin(first);
        assertThat(log().head(session)).isEqualTo(TWO);
        assertThat(log().read(session, Seq.ZERO, 100)).isEqualTo(first);
    }

    @Test
    void givesBackEveryKindOfEventAsItWas() {
        SessionId session = begin();
        List<LoggedEvent> events = everyKind();
        Logs.append(log(), session, TWO, events);
        assertThat(log().read(session, TWO, 100)).isEqualTo(events);
    }

    @Test
    void signsHowFarItHasComeAndGoesOnWithTheChain() throws Exception {
        SessionId session = begin();
        Head first = log().sign(session, 7).join();
        assertThat(first.seq()).isEqualTo(TWO);
        assertThat(log().sign(session, 8).join()).isEqualTo(first);

        SessionLog again = reopen();
        Logs.append(again, session, TWO, everyKind());
        Head second = again.sign(session, 9).join();

        assertThat(again.heads(session)).containsExactly(first, second);
        assertThat(again.lastHead(session)).isEqualTo(second);
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(new StoredCheck(again).of(session, null)).isEqualTo(new Unchanged(second, 0));
    }

    private static List<LoggedEvent> everyKind() {
        TextOperation operation = TextOperation.insert(0, 0, "a\n😀\"\\");
        return Logs.from(
                TWO,
                new PeerJoined(
                        Logs.ADA, "Ada \u00e7\u0131 O'Neill", Role.CANDIDATE, "#0969da", false),
                new SessionUpdated("Second talk", null),
                new SessionStarted(5),
                new CodeUpdate(DocumentId.MAIN, new Revision(1), operation, List.of("b", "\n")),
                new CodeUpdate(DocumentId.MAIN, new Revision(2), operation, null),
                new CodeUpdate(
                        DocumentId.MAIN,
                        new Revision(3),
                        operation,
                        List.of(),
                        List.of(new Revision(1), new Revision(2))),
                new LanguageChanged(DocumentId.MAIN, "c++"),
                new PermissionsChanged(Logs.ADA, new Permissions(false, true)),
                new ChatMessage("'; DROP TABLE event; --"),
                new DocumentOpened(new DocumentId("notes"), "notes.md", "markdown", "# Notes\n"),
                new DocumentClosed(new DocumentId("notes")),
                new PeerLeft(Logs.ADA, DepartureReason.LOST),
                new SessionEnded(9, EndReason.ROOM_EMPTY, 4));
    }

    @Test
    void keepsWhoDidItAndByWhichCommand() {
        SessionId session = begin();
        var said = new ChatMessage("hello");
        List<LoggedEvent> events =
                List.of(
                        new LoggedEvent(new Seq(3), 10, null, null, said),
                        new LoggedEvent(new Seq(4), 10, Logs.ADA, null, said),
                        new LoggedEvent(
                                new Seq(5),
                                Long.MAX_VALUE,
                                Logs.ADA,
                                new CommandId(CommandId.LARGEST),
                                said));
        Logs.append(log(), session, TWO, events);
        assertThat(log().read(session, TWO, 100)).isEqualTo(events);
    }

    @Test
    void keepsTheLongestTexts() {
        SessionId session = begin();
        String longest = "\u0001\n".repeat(262_144);
        List<LoggedEvent> events =
                Logs.from(
                        TWO,
                        new CodeUpdate(
                                DocumentId.MAIN,
                                new Revision(1),
                                TextOperation.insert(0, 0, longest),
                                List.of(longest)));
        Logs.append(log(), session, TWO, events);
        assertThat(log().read(session, TWO, 1).equals(events)).isTrue();
    }

    @Test
    void readsPageByPageInOrder() {
        SessionId session = begin();
        String[] texts = IntStream.range(0, 25).mapToObj(Integer::toString).toArray(String[]::new);
        Logs.append(log(), session, TWO, Logs.said(TWO, texts));

        List<LoggedEvent> all = new ArrayList<>();
        for (List<LoggedEvent> page = log().read(session, Seq.ZERO, 10);
                !page.isEmpty();
                page = log().read(session, all.getLast().seq(), 10)) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            all.addAll(page);
        }
        assertThat(all).extracting(e -> e.seq().value()).isEqualTo(numbers(1, 27));
    }

    @Test
    void saysWhereItEndsWhenTheAuthorIsBehind() {
        SessionId session = begin();
        Logs.append(log(), session, TWO, Logs.said(TWO, "first"));
        assertThatExceptionOfType(SeqConflict.class)
                .isThrownBy(() -> Logs.append(log(), session, TWO, Logs.said(TWO, "second")))
                .satisfies(conflict -> assertThat(conflict.head()).isEqualTo(new Seq(3)));
        assertThat(log().read(session, TWO, 10)).isEqualTo(Logs.said(TWO, "first"));
    }

    @Test
    void saysWhereItEndsWhenTheAuthorIsAhead() {
        SessionId session = begin();
        Seq five = new Seq(5);
        assertThatExceptionOfType(SeqConflict.class)
                .isThrownBy(() -> Logs.append(log(), session, five, Logs.said(five, "early")))
                .satisfies(conflict -> assertThat(conflict.head()).isEqualTo(TWO));
        assertThat(log().head(session)).isEqualTo(TWO);
    }

    @Test
    void aConflictLeavesOtherAppendsAlone() {
        SessionId session = begin();
        SessionId other = begin();
        Seq three = new Seq(3);
        CompletableFuture<@Nullable Void> before =
                log().append(session, TWO, Logs.said(TWO, "before"));
        CompletableFuture<@Nullable Void> conflict =
                log().append(session, TWO, Logs.said(TWO, "conflict"));
        CompletableFuture<@Nullable Void> beside =
                log().append(other, TWO, Logs.said(TWO, "beside"));
        CompletableFuture<@Nullable Void> after =
                log().append(session, three, Logs.said(three, "after"));

        CompletableFuture.allOf(before, beside, after).join();
        assertThat(conflict).isCompletedExceptionally();
        assertThat(log().read(session, TWO, 10))
                .extracting(LoggedEvent::event)
                .containsExactly(new ChatMessage("before"), new ChatMessage("after"));
        assertThat(log().read(other, TWO, 10)).isEqualTo(Logs.said(TWO, "beside"));
    }

    @Test
    void refusesEventsThatDoNotFollow() {
        SessionId session = begin();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log().append(session, TWO, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log().append(session, TWO, Logs.said(new Seq(3), "gap")));
        assertThat(log().head(session)).isEqualTo(TWO);
    }

    @Test
    void knowsNothingOfASessionThatWasNeverMade() {
        SessionId unknown = Logs.newId();
        assertThat(log().head(unknown)).isEqualTo(Seq.ZERO);
        assertThat(log().read(unknown, Seq.ZERO, 10)).isEmpty();
        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(
                        () -> Logs.append(log(), unknown, Seq.ZERO, Logs.said(Seq.ZERO, "lost")));
        assertThat(log().head(unknown)).isEqualTo(Seq.ZERO);
    }

    @Test
    void oneOfSeveralAuthorsWinsEachPlace() throws Exception {
        SessionId session = begin();
        int authors = 4;
        int eventsEach = 25;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int author = 0; author < authors; author++) {
                String name = "author " + author;
                running.add(threads.submit(() -> insist(session, name, eventsEach)));
            }
            for (Future<?> author : running) {
                author.get();
            }
        }
        List<LoggedEvent> events = log().read(session, TWO, 1000);
        assertThat(events)
                .extracting(e -> e.seq().value())
                .isEqualTo(numbers(3, 2 + authors * eventsEach));
        assertThat(events).extracting(LoggedEvent::event).doesNotHaveDuplicates();
    }

    /// Appends as an author who takes a conflict's word for where the log ends.
    private void insist(SessionId session, String author, int events) {
        Seq head = TWO;
        for (int n = 0; n < events; ) {
            try {
                Logs.append(log(), session, head, Logs.said(head, author + " says " + n));
                head = head.next();
                n++;
            } catch (SeqConflict conflict) {
                head = conflict.head();
            }
        }
    }

    @Test
    void sessionsDoNotTouchEachOther() {
        List<SessionId> sessions = IntStream.range(0, 20).mapToObj(_ -> begin()).toList();
        List<CompletableFuture<@Nullable Void>> appends = new ArrayList<>();
        for (Seq seq = TWO; seq.value() < 12; seq = seq.next()) {
            for (SessionId session : sessions) {
                appends.add(log().append(session, seq, Logs.said(seq, session.value())));
            }
        }
        appends.forEach(CompletableFuture::join);
        for (SessionId session : sessions) {
            assertThat(log().read(session, TWO, 100))
                    .hasSize(10)
                    .extracting(LoggedEvent::event)
                    .containsOnly(new ChatMessage(session.value()));
        }
    }

    @Test
    void isThereAfterARestart() throws Exception {
        SessionId session = begin();
        Logs.append(log(), session, TWO, everyKind());
        Seq head = log().head(session);

        SessionLog reopened = reopen();
        assertThat(reopened.head(session)).isEqualTo(head);
        assertThat(reopened.read(session, TWO, 100)).isEqualTo(everyKind());
        assertThatExceptionOfType(SeqConflict.class)
                .isThrownBy(() -> Logs.append(reopened, session, TWO, Logs.said(TWO, "again")));
        Logs.append(reopened, session, head, Logs.said(head, "on we go"));
        assertThat(reopened.head(session)).isEqualTo(head.next());
    }

    private static List<Long> numbers(long from, long to) {
        List<Long> numbers = new ArrayList<>();
        for (long n = from; n <= to; n++) {
            numbers.add(n);
        }
        return numbers;
    }
}
