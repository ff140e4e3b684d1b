package dev.tandem.protocol.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Decision.Accepted;
import dev.tandem.protocol.intent.Decision.Refused;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomRulesTest {
    private static final Author ADA = new Author.Member(Rooms.ADA);
    private static final Author MERT = new Author.Member(Rooms.MERT);
    private static final RoomState ACTIVE = Rooms.of(SessionStatus.ACTIVE);

    @Test
    void anOldOperationIsCarriedToTheHeadAndStandsLeftOfWhatIsThere() {
        RoomState edited = after(ACTIVE, ADA, edit(0, TextOperation.insert(6, 5, "A")));
        RoomEvent.CodeUpdate late =
                (RoomEvent.CodeUpdate)
                        accepted(edited, MERT, edit(0, TextOperation.insert(6, 5, "M"))).event();
        assertThat(late.revision()).isEqualTo(new Revision(2));
        assertThat(late.operation().apply("x = 1A\n")).isEqualTo("x = 1MA\n");
    }

    @Test
    void theLogKeepsWhatWasDeleted() {
        Accepted accepted = accepted(ACTIVE, MERT, edit(0, TextOperation.delete(6, 0, 4)));
        assertThat(((RoomEvent.CodeUpdate) accepted.event()).deleted()).containsExactly("x = ");
    }

    @Test
    void anUndoIsLoggedAndRememberedAsOne() {
        List<Revision> undone = List.of(new Revision(1));
        RoomState edited = after(ACTIVE, MERT, edit(0, TextOperation.delete(6, 0, 4)));
        Intent undo =
                new Intent.CodeUpdate(
                        DocumentId.MAIN,
                        new Revision(1),
                        TextOperation.insert(2, 0, "x = "),
                        undone);
        assertThat(((RoomEvent.CodeUpdate) accepted(edited, MERT, undo).event()).undoOf())
                .isEqualTo(undone);
        RoomState undoneState = after(edited, MERT, undo);
        assertThat(undoneState.document(DocumentId.MAIN).history().undoOf(2)).containsExactly(1);
        assertThat(undoneState.document(DocumentId.MAIN).history().undoOf(1)).isEmpty();
    }

    @Test
    void aRevisionInTheFutureIsRefusedWithTheNumbers() {
        Refusal refusal = refused(ACTIVE, MERT, edit(3, TextOperation.insert(6, 0, "a")));
        assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_OPERATION);
        assertThat(refusal.facts()).containsEntry("revision", 3).containsEntry("head", 0);
    }

    @Test
    void aMalformedOperationIsRefusedWithTheNumbersToo() {
        Refusal refusal =
                refused(
                        ACTIVE,
                        MERT,
                        new Intent.MalformedCodeUpdate(DocumentId.MAIN, "Part 3 is empty."));
        assertThat(refusal.message()).isEqualTo("Part 3 is empty.");
        assertThat(refusal.facts()).containsEntry("head", 0);
    }

    @Test
    void anOperationOfAnotherLengthIsRefusedWithTheNumbers() {
        Refusal refusal = refused(ACTIVE, MERT, edit(0, TextOperation.insert(9, 0, "a")));
        assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_OPERATION);
        assertThat(refusal.message()).contains("9").contains("6");
    }

    @Test
    void anEdgeInsideAPairOfAnOldRevisionIsRefusedEvenIfThePairIsGone() {
        RoomState smiling = after(ACTIVE, ADA, edit(0, TextOperation.insert(6, 0, "😀")));
        RoomState serious = after(smiling, ADA, edit(1, TextOperation.delete(8, 0, 2)));
        assertThat(refused(serious, MERT, edit(1, TextOperation.insert(8, 1, "a"))).code())
                .isEqualTo(ErrorCode.BAD_OPERATION);
    }

    @Test
    void aTextThatWouldBeTooLongIsRefused() {
        String paste = "x".repeat(Limits.DOCUMENT_LENGTH - 5);
        assertThat(refused(ACTIVE, MERT, edit(0, TextOperation.insert(6, 0, paste))).code())
                .isEqualTo(ErrorCode.DOCUMENT_TOO_LARGE);
        accepted(ACTIVE, MERT, edit(0, TextOperation.insert(6, 0, paste.substring(1))));
    }

    @Test
    void anOperationThatChangesNothingTakesARevisionToo() {
        Accepted accepted = accepted(ACTIVE, MERT, edit(0, TextOperation.identity(6)));
        assertThat(((RoomEvent.CodeUpdate) accepted.event()).revision()).isEqualTo(new Revision(1));
    }

    @Test
    void permissionsTakenAwayAreRefusedAfterTheStatus() {
        RoomState muted =
                Rooms.after(
                        ACTIVE,
                        Rooms.ADA,
                        new RoomEvent.PermissionsChanged(Rooms.MERT, new Permissions(false, true)));
        assertThat(refused(muted, MERT, edit(0, TextOperation.insert(6, 0, "a"))).code())
                .isEqualTo(ErrorCode.FORBIDDEN);
        accepted(muted, MERT, new Intent.ChatMessage("May I?"));
    }

    @Test
    void permissionsAreForCandidatesAlone() {
        assertThat(refused(ACTIVE, ADA, new Intent.SetPermissions(Rooms.ADA, false, null)).code())
                .isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(
                        refused(
                                        ACTIVE,
                                        ADA,
                                        new Intent.SetPermissions(
                                                new ParticipantId("nobody"), false, null))
                                .code())
                .isEqualTo(ErrorCode.NO_SUCH_PARTICIPANT);
        assertThat(
                        accepted(ACTIVE, ADA, new Intent.SetPermissions(Rooms.MERT, false, null))
                                .event())
                .isEqualTo(
                        new RoomEvent.PermissionsChanged(Rooms.MERT, new Permissions(false, true)));
    }

    @Test
    void aDocumentIdIsUsedOnce() {
        DocumentId notes = new DocumentId("notes");
        Intent open = new Intent.OpenDocument(notes, "notes.md", "markdown", "a\r\nb");
        RoomState opened = after(ACTIVE, ADA, open);
        assertThat(opened.document(notes).text()).hasToString("a\nb");
        RoomState closed = after(opened, ADA, new Intent.CloseDocument(notes));
        assertThat(closed.document(notes)).isNull();
        assertThat(refused(closed, ADA, open).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
    }

    @Test
    void theMainDocumentStaysOpenAndFirst() {
        assertThat(refused(ACTIVE, ADA, new Intent.CloseDocument(DocumentId.MAIN)).code())
                .isEqualTo(ErrorCode.BAD_MESSAGE);
        RoomState two =
                after(ACTIVE, ADA, new Intent.OpenDocument(new DocumentId("b"), "b", "c", null));
        RoomState edited = after(two, ADA, edit(0, TextOperation.insert(6, 0, "a")));
        assertThat(edited.documents().keySet())
                .containsExactly(DocumentId.MAIN, new DocumentId("b"));
    }

    @Test
    void theLastLeaderWhoLeavesEndsTheSession() {
        Accepted left = accepted(ACTIVE, ADA, new Intent.LeaveRoom());
        assertThat(left.event()).isEqualTo(new PeerLeft(Rooms.ADA, DepartureReason.LEFT));
        assertThat(left.consequences())
                .singleElement()
                .isInstanceOfSatisfying(
                        SessionEnded.class,
                        ended -> assertThat(ended.reason()).isEqualTo(EndReason.INTERVIEWER_LEFT));
        RoomState two =
                Rooms.after(
                        ACTIVE,
                        null,
                        RoomRules.join(
                                ACTIVE, new ParticipantId("second"), "Bo", Role.INTERVIEWER));
        assertThat(accepted(two, ADA, new Intent.LeaveRoom()).consequences()).isEmpty();
        assertThat(accepted(ACTIVE, MERT, new Intent.LeaveRoom()).consequences()).isEmpty();
    }

    @Test
    void aGraceTimeThatIsOverNamesWhoIsMissing() {
        RoomState unled = depart(ACTIVE, Rooms.ADA);
        assertThat(RoomRules.graceOver(ACTIVE, 99)).isEmpty();
        assertThat(reason(RoomRules.graceOver(unled, 99_000)))
                .isEqualTo(EndReason.INTERVIEWER_LEFT);
        RoomState empty = depart(depart(unled, Rooms.MERT), Rooms.SELIN);
        assertThat(reason(RoomRules.graceOver(empty, 99_000))).isEqualTo(EndReason.ROOM_EMPTY);
        assertThat(RoomRules.graceOver(Rooms.of(SessionStatus.WAITING), 99)).isEmpty();
    }

    @Test
    void onlyASessionThatStillWaitsExpires() {
        RoomState waiting =
                depart(
                        depart(depart(Rooms.of(SessionStatus.WAITING), Rooms.ADA), Rooms.MERT),
                        Rooms.SELIN);
        assertThat(RoomRules.expire(waiting, 9_000))
                .containsExactly(new SessionEnded(9_000, EndReason.EXPIRED, 0));
        assertThat(RoomRules.expire(ACTIVE, 9_000)).isEmpty();
    }

    @Test
    void whoComesBackKeepsPlaceAndColour() {
        RoomState lost = depart(ACTIVE, Rooms.MERT);
        PeerJoined back = (PeerJoined) RoomRules.resume(lost, Rooms.MERT).getFirst();
        assertThat(back.resumed()).isTrue();
        assertThat(back.color()).isEqualTo(ACTIVE.participant(Rooms.MERT).color());
        RoomState again = Rooms.after(lost, Rooms.MERT, back);
        assertThat(again.participants().keySet())
                .containsExactly(Rooms.ADA, Rooms.MERT, Rooms.SELIN);
        assertThat(RoomRules.resume(again, Rooms.MERT)).isEmpty();
    }

    @Test
    void whoLeftForGoodHasNoPlaceToComeBackTo() {
        RoomState left =
                Rooms.after(ACTIVE, Rooms.MERT, new PeerLeft(Rooms.MERT, DepartureReason.LEFT));
        assertThat(RoomRules.resume(left, Rooms.MERT)).isEmpty();
    }

    @Test
    void theHighestIdTakenIsInTheFold() {
        RoomEvent hello = new RoomEvent.ChatMessage("Hello");
        RoomState spoken =
                RoomRules.evolve(
                        ACTIVE,
                        new LoggedEvent(
                                ACTIVE.seq().next(),
                                ACTIVE.at(),
                                Rooms.MERT,
                                new CommandId(17),
                                hello));
        assertThat(spoken.participant(Rooms.MERT).lastId()).isEqualTo(17);
        assertThat(spoken.participant(Rooms.ADA).lastId()).isZero();
    }

    @Test
    void theLastFiveHundredChatMessagesAreKept() {
        RoomState state = ACTIVE;
        for (int i = 1; i <= Limits.CHAT_KEPT + 3; i++) {
            state = Rooms.after(state, Rooms.MERT, new RoomEvent.ChatMessage("line " + i));
        }
        assertThat(state.chat()).hasSize(Limits.CHAT_KEPT);
        assertThat(state.chat().getFirst().event()).isEqualTo(new RoomEvent.ChatMessage("line 4"));
    }

    @Test
    void theOwnerMayConductFromOutside() {
        Author owner = new Author.Owner(null);
        assertThat(
                        RoomRules.decide(
                                Rooms.of(SessionStatus.WAITING),
                                owner,
                                new Intent.StartSession(),
                                5_000))
                .isEqualTo(new Accepted(new RoomEvent.SessionStarted(5_000)));
        assertThat(refused(ACTIVE, owner, new Intent.StartSession()).code())
                .isEqualTo(ErrorCode.NOT_ACTIVE);
    }

    private static Intent edit(int revision, TextOperation operation) {
        return new Intent.CodeUpdate(DocumentId.MAIN, new Revision(revision), operation);
    }

    private static RoomState depart(RoomState state, ParticipantId id) {
        return Rooms.after(
                state, null, RoomRules.depart(state, id, DepartureReason.LOST).getFirst());
    }

    private static EndReason reason(List<RoomEvent> events) {
        return ((SessionEnded) events.getFirst()).reason();
    }

    private static RoomState after(RoomState state, Author author, Intent intent) {
        return Rooms.after(state, author.participantId(), accepted(state, author, intent).event());
    }

    private static Accepted accepted(RoomState state, Author author, Intent intent) {
        Decision decision = RoomRules.decide(state, author, intent, 9_000);
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }

    private static Refusal refused(RoomState state, Author author, Intent intent) {
        Decision decision = RoomRules.decide(state, author, intent, 9_000);
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused) decision).refusal();
    }
}
