package dev.tandem.relay.sessionlog;

import static dev.tandem.protocol.api.SessionSort.NEWEST;
import static dev.tandem.protocol.role.EndReason.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tests share one database; each has accounts of its own.
class H2SessionsTest {
    @TempDir private static Path folder;
    private static Database database;
    private static Sessions sessions;

    private final String ada = UUID.randomUUID().toString();
    private final String bob = UUID.randomUUID().toString();

    @BeforeAll
    static void open() throws DatabaseFailure {
        database = Database.open(folder);
        sessions = database.sessions();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void makeAccounts() {
        for (String account : List.of(ada, bob)) {
            database.change(c ->
                    Sql.update(
                            c,
                            "INSERT INTO account VALUES (?, ?, 'name', 'hash')",
                            account,
                            account));
        }
    }

    @Test
    void aNewSessionIsFoundAsItsFirstEventsSay() {
        SessionId id = create(ada, "Backend talk", List.of("java", "senior"));
        assertThat(sessions.find(id))
                .isEqualTo(
                        new SessionRow(
                                ada,
                                new SessionSummary(
                                        id,
                                        new SessionFacts(
                                                "Backend talk",
                                                SessionStatus.WAITING,
                                                Logs.CREATED_AT + 1000,
                                                null,
                                                null,
                                                null,
                                                60),
                                        "python",
                                        List.of(),
                                        List.of("java", "senior"))));
        assertThat(sessions.find(Logs.newId())).isNull();
    }

    @Test
    void aSessionFollowsItsLog() {
        SessionId id = create(ada, "Talk", List.of());
        ParticipantId mert = new ParticipantId("mert");
        append(
                id,
                new PeerJoined(Logs.ADA, "Ada", Role.INTERVIEWER, "#111111", false),
                new PeerJoined(mert, "Mert", Role.CANDIDATE, "#222222", false),
                new PeerLeft(mert, DepartureReason.LOST),
                new PeerJoined(mert, "Mert", Role.CANDIDATE, "#222222", true),
                new SessionUpdated("Better talk", null),
                new SessionUpdated(null, 90),
                new DocumentOpened(new DocumentId("notes"), "notes.md", "markdown", ""),
                new LanguageChanged(DocumentId.MAIN, "go"),
                new LanguageChanged(new DocumentId("notes"), "text"),
                new SessionStarted(5000));
        assertThat(summary(id).facts())
                .isEqualTo(
                        new SessionFacts(
                                "Better talk",
                                SessionStatus.ACTIVE,
                                Logs.CREATED_AT + 1000,
                                5000L,
                                null,
                                null,
                                90));
        assertThat(summary(id).language()).isEqualTo("go");
        assertThat(summary(id).participants())
                .containsExactly(
                        new Person("Ada", Role.INTERVIEWER), new Person("Mert", Role.CANDIDATE));

        append(id, new SessionEnded(8000, EndReason.INTERVIEWER_LEFT, 3000));
        assertThat(summary(id).facts().status()).isEqualTo(SessionStatus.ENDED);
        assertThat(summary(id).facts().endReason()).isEqualTo(EndReason.INTERVIEWER_LEFT);
        assertThat(summary(id).facts().durationMs()).isEqualTo(3000);
    }

    @Test
    void anAppendThatConflictsLeavesTheSessionAsItWas() {
        SessionId id = create(ada, "Talk", List.of());
        assertThatExceptionOfType(SeqConflict.class)
                .isThrownBy(() ->
                        Logs.append(
                                database.sessionLog(),
                                id,
                                new Seq(7),
                                Logs.from(new Seq(7), new SessionStarted(1))));
        assertThat(summary(id).facts().status()).isEqualTo(SessionStatus.WAITING);
    }

    @Test
    void aSessionThatCannotBeMadeLeavesNothing() {
        SessionId first = create(ada, "Talk", List.of());
        SessionId second = Logs.newId();
        NewSession sameKey =
                new NewSession(
                        second, ada, List.of("t"), null, Logs.hash(first.value()), List.of());
        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> sessions.create(sameKey, Logs.beginning("Talk")));
        assertThat(sessions.find(second)).isNull();
        assertThat(database.sessionLog().head(second)).isEqualTo(Seq.ZERO);
    }

    @Test
    void anOwnerSeesTheirOwnNewestFirst() {
        SessionId older = createAt(10, ada);
        SessionId newer = createAt(20, ada);
        createAt(15, bob);
        createAt(16, null);
        assertThat(ids(list(null, null, null, null, 10))).containsExactly(newer, older);
    }

    @Test
    void pagesFollowEachOtherAlsoWhereTimesAreTheSame() {
        List<SessionId> all = IntStream.range(0, 7).mapToObj(n -> createAt(n / 3, ada)).toList();
        List<SessionId> seen = new ArrayList<>();
        String cursor = null;
        do {
            SessionPage page = list(null, null, null, cursor, 2);
            assertThat(page.items()).hasSizeBetween(1, 2);
            seen.addAll(ids(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen.stream().map(id -> summary(id).facts().createdAt()))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        createAt(1, ada);
        createAt(2, ada);
        assertThat(list(null, null, null, null, 2).nextCursor()).isNull();
    }

    @Test
    void listsAreNarrowedDownByStatusTagAndText() {
        SessionId java = create(ada, "Java 100% talk", List.of("java", "senior"));
        SessionId go = create(ada, "Go_talk", List.of("go"));
        append(go, new PeerJoined(Logs.ADA, "Özge İnan", Role.CANDIDATE, "#111111", false));
        append(go, new SessionStarted(1));

        assertThat(ids(list(SessionStatus.ACTIVE, null, null, null, 9))).containsExactly(go);
        assertThat(ids(list(null, "senior", null, null, 9))).containsExactly(java);
        assertThat(ids(list(null, "sen", null, null, 9))).isEmpty();
        assertThat(ids(list(null, null, "TALK", null, 9))).containsExactlyInAnyOrder(java, go);
        assertThat(ids(list(null, null, "öZGE", null, 9))).containsExactly(go);
        assertThat(ids(list(null, null, "0% t", null, 9))).containsExactly(java);
        assertThat(ids(list(null, null, "o_t", null, 9))).containsExactly(go);
        assertThat(ids(list(null, null, "%", null, 9))).containsExactly(java);
        assertThat(ids(list(SessionStatus.WAITING, "go", null, null, 9))).isEmpty();
    }

    @Test
    void listsAreNarrowedDownByLanguagePeopleAndTime() {
        SessionId early = createAt(1_000, ada);
        SessionId late = createAt(2_000, ada);
        append(early, new PeerJoined(Logs.ADA, "Ada", Role.INTERVIEWER, "#111111", false));
        append(late, new PeerJoined(Logs.ADA, "Ada", Role.SPECTATOR, "#111111", false));
        append(late, new DocumentOpened(DocumentId.MAIN, "main", "java", ""));

        assertThat(found("language", "go")).containsExactly(early);
        assertThat(found("participant", "DA")).containsExactly(late, early);
        assertThat(found("role", Role.INTERVIEWER)).containsExactly(early);
        assertThat(found("participant", "a", "role", Role.SPECTATOR)).containsExactly(late);
        assertThat(found("participant", "bob", "role", Role.SPECTATOR)).isEmpty();
        assertThat(found("from", 2_000L)).containsExactly(late);
        assertThat(found("to", 2_000L)).containsExactly(early);
    }

    @Test
    void textsAreFoundInWhatIsDigestedAndAnywhere() {
        SessionId talk = create(ada, "Straße", List.of("Senior"));
        SessionId other = create(ada, "Other", List.of());
        append(other, new PeerJoined(Logs.ADA, "Özge", Role.CANDIDATE, "#111111", false));
        sessions.setDigest(
                talk, new Digest(new SessionSize(9, 99, 2, 1), Digest.fold("int İnan = 100%;")));

        assertThat(found("text", "INT iNAN")).isEmpty();
        assertThat(found("text", "İNAN")).containsExactly(talk);
        assertThat(found("text", "100%;")).containsExactly(talk);
        assertThat(found("text", "_00")).isEmpty();
        assertThat(found("text", "Özge")).isEmpty();
        for (String word : List.of("sTRAß", "senI", "= 100")) {
            assertThat(found("any", word)).as(word).containsExactly(talk);
        }
        assertThat(found("any", "özge")).containsExactly(other);
        assertThat(summary(talk).size()).isEqualTo(new SessionSize(9, 99, 2, 1));
        assertThat(summary(other).size()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderGoesOnFromPageToPage(SessionSort sort) {
        for (int n = 0; n < 7; n++) {
            SessionId id = createAt(n % 3, ada);
            append(id, new SessionUpdated(List.of("b", "A", "c").get(n % 3), null));
            if (n > 1) {
                append(id, new SessionStarted(10), new SessionEnded(10 + n / 2, EXPIRED, n / 2));
            }
        }
        List<SessionId> all = ids(page(sorted(sort), null, 200));
        assertThat(all).hasSize(7);
        List<SessionId> seen = new ArrayList<>();
        String cursor = null;
        do {
            SessionPage page = page(sorted(sort), cursor, 2);
            seen.addAll(ids(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(all.stream().map(id -> summary(id).facts())).isSortedAccordingTo(by(sort));
    }

    private static Comparator<SessionFacts> by(SessionSort sort) {
        return switch (sort) {
            case NEWEST -> Comparator.comparingLong(SessionFacts::createdAt).reversed();
            case OLDEST -> Comparator.comparingLong(SessionFacts::createdAt);
            case LONGEST ->
                    Comparator.comparing((SessionFacts facts) ->
                                    Objects.requireNonNullElse(facts.durationMs(), -1L))
                            .reversed();
            case TITLE -> Comparator.comparing(facts -> facts.title().toLowerCase(Locale.ROOT));
        };
    }

    @Test
    void whatWasMadeWithoutAnAccountIsListedByItself() {
        create(ada, "Hers", List.of());
        SessionId nobodys = create(null, "Nobody's", List.of());
        SessionQuery query = new SessionQuery(null, SessionSearch.ALL, null, 200);
        assertThat(ids(sessions.list(query))).contains(nobodys);
        assertThat(sessions.list(query).items())
                .allMatch(
                        item -> Objects.requireNonNull(sessions.find(item.id())).ownerId() == null);
    }

    @Test
    void aDigestIsMissingFromTheEndOnUntilItIsMade() {
        SessionId id = create(ada, "Talk", List.of());
        assertThat(sessions.undigested()).doesNotContain(id);
        append(id, new SessionEnded(8000, EndReason.EXPIRED, 0));
        assertThat(sessions.undigested()).contains(id);
        Digest digest = new Digest(new SessionSize(3, 1, 0, 0), "");
        sessions.setDigest(id, digest);
        sessions.setDigest(id, digest);
        assertThat(sessions.undigested()).doesNotContain(id);
        sessions.setDigest(Logs.newId(), digest);
    }

    @Test
    void tagsAreReplaced() {
        SessionId id = create(ada, "Talk", List.of("a", "b"));
        sessions.setTags(id, List.of("c", "a"));
        assertThat(summary(id).tags()).containsExactly("c", "a");
        sessions.setTags(Logs.newId(), List.of("d"));
        assertThat(list(null, "d", null, null, 9).items()).isEmpty();
    }

    @Test
    void whatIsDeletedIsGoneWithEverythingOfIt() {
        SessionId id = create(ada, "Talk", List.of("tag"));
        SessionId kept = create(ada, "Other", List.of("tag"));
        append(id, new PeerJoined(Logs.ADA, "Ada", Role.INTERVIEWER, "#111111", false));
        sessions.setDigest(id, new Digest(new SessionSize(3, 1, 0, 0), "text"));
        sessions.delete(id, Doer.OPERATOR);

        assertThat(sessions.find(id)).isNull();
        assertThat(database.sessionLog().read(id, Seq.ZERO, 10)).isEmpty();
        assertThat(ids(list(null, null, null, null, 9))).containsExactly(kept);
        Seq three = new Seq(3);
        assertThatExceptionOfType(SeqConflict.class)
                .isThrownBy(() ->
                        Logs.append(
                                database.sessionLog(),
                                id,
                                three,
                                Logs.said(three, "from the grave")));
        for (String table : List.of("session_tag", "participant", "invite", "event", "digest")) {
            assertThat(rowsOf(table, id)).as(table).isZero();
        }
    }

    @Test
    void sessionsAreFoundByStatus() {
        SessionId waiting = create(null, "Waiting", List.of());
        SessionId active = create(ada, "Active", List.of());
        append(active, new SessionStarted(1));
        assertThat(sessions.withStatus(SessionStatus.WAITING))
                .contains(waiting)
                .doesNotContain(active);
        assertThat(sessions.withStatus(SessionStatus.ACTIVE))
                .contains(active)
                .doesNotContain(waiting);
        assertThat(sessions.withStatus(SessionStatus.ENDED)).doesNotContain(waiting, active);
    }

    private SessionId create(@Nullable String owner, String title, List<String> tags) {
        SessionId id = Logs.newId();
        List<NewInvite> invites =
                List.of(new NewInvite(Logs.hash("code of " + id), Role.CANDIDATE, null));
        sessions.create(
                new NewSession(id, owner, tags, null, Logs.hash(id.value()), invites),
                Logs.beginning(title));
        return id;
    }

    private SessionId createAt(long at, @Nullable String owner) {
        SessionId id = Logs.newId();
        sessions.create(
                new NewSession(id, owner, List.of(), null, Logs.hash(id.value()), List.of()),
                List.of(
                        new LoggedEvent(
                                new Seq(1), at, null, null, new SessionCreated("T", "go", null))));
        return id;
    }

    private void append(SessionId id, RoomEvent... events) {
        Seq head = database.sessionLog().head(id);
        Logs.append(database.sessionLog(), id, head, Logs.from(head, events));
    }

    private SessionSummary summary(SessionId id) {
        return Objects.requireNonNull(sessions.find(id)).summary();
    }

    private SessionPage list(
            @Nullable SessionStatus status,
            @Nullable String tag,
            @Nullable String text,
            @Nullable String cursor,
            int limit) {
        return page(
                new SessionSearch(
                        status, tag, text, null, null, null, null, null, null, null, NEWEST),
                cursor,
                limit);
    }

    private SessionPage page(SessionSearch search, @Nullable String cursor, int limit) {
        SessionCursor after =
                cursor == null ? null : SessionCursor.parse(cursor, search.sort()).orElseThrow();
        return sessions.list(new SessionQuery(ada, search, after, limit));
    }

    /// Ada's sessions, asked for by the named parameters.
    private List<SessionId> found(Object... namesAndValues) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ids(
                page(
                        new SessionSearch(
                                null,
                                null,
                                null,
                                (String) given.get("text"),
                                (String) given.get("any"),
                                (String) given.get("language"),
                                (String) given.get("participant"),
                                (Role) given.get("role"),
                                (Long) given.get("from"),
                                (Long) given.get("to"),
                                NEWEST),
                        null,
                        200));
    }

    private static SessionSearch sorted(SessionSort sort) {
        return new SessionSearch(null, null, null, null, null, null, null, null, null, null, sort);
    }

    private static List<SessionId> ids(SessionPage page) {
        return page.items().stream().map(SessionSummary::id).toList();
    }

    private int rowsOf(String table, SessionId session) {
        return database.read(c ->
                Objects.requireNonNull(
                        Sql.first(
                                c,
                                "SELECT COUNT(*) FROM " + table + " WHERE session = ?",
                                row -> row.getInt(1),
                                session.value())));
    }
}
