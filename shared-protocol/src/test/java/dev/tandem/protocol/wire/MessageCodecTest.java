package dev.tandem.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.Envelope;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.Runs;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    private static final DocumentId MAIN = DocumentId.MAIN;
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final RunId RUN = new RunId("run-7");
    private static final RunError TIME_LIMIT =
            new RunError(RunProblem.TIME_LIMIT, "It ran longer than 10 s.");
    private static final TextOperation OPERATION =
            new TextOperation.Builder().keep(5).insert("a\"ü😀").delete(2).keep(7).build();

    private static final List<Revision> REVISIONS = List.of(new Revision(1), new Revision(3));

    static Stream<Intent> intents() {
        return Stream.of(
                new Intent.StartSession(),
                new Intent.EndSession(),
                new Intent.LeaveRoom(),
                new Intent.CodeUpdate(MAIN, new Revision(3), OPERATION),
                new Intent.CodeUpdate(MAIN, Revision.ZERO, TextOperation.identity(0)),
                new Intent.CodeUpdate(MAIN, new Revision(3), OPERATION, REVISIONS),
                new Intent.CodeUpdate(MAIN, new Revision(3), OPERATION, List.of()),
                new Intent.SetLanguage(MAIN, "c++"),
                new Intent.SetPermissions(MERT, false, null),
                new Intent.OpenDocument(new DocumentId("notes"), "notes.md", "markdown", "text"),
                new Intent.OpenDocument(new DocumentId("notes"), "notes.md", "markdown", null),
                new Intent.CloseDocument(new DocumentId("notes")),
                new Intent.ChatMessage("Alphabetical,\nI'd say."),
                new Intent.RunCode(MAIN, null, false),
                new Intent.RunCode(MAIN, "the cat\r\n\u0000", false),
                new Intent.RunCode(MAIN, null, true),
                new Intent.RunInput(RUN, "line\n", false),
                new Intent.RunInput(RUN, "", true),
                new Intent.StopRun(RUN),
                new Intent.SubmitCode(MAIN, null),
                new Intent.SubmitCode(MAIN, "most-frequent"),
                new Intent.NoteFact(new Fact.PastedFromOutside(MAIN, 412)),
                new Intent.NoteFact(new Fact.WindowAway(2_000)),
                new Intent.SetTests(MAIN, List.of()),
                new Intent.SetTests(
                        MAIN,
                        List.of(
                                new TestCase("empty", "", "", false),
                                new TestCase("ties", "a b", "a\nb", true))));
    }

    static Stream<ClientMessage> clientMessages() {
        return Stream.concat(
                intents().map(intent -> new Command(new CommandId(9), intent)),
                Stream.of(
                        new JoinRoom.ByCode("K7QF-9M2P-XN4D", "Mert Demir", null),
                        new JoinRoom.ByCode("K7QF-9M2P-XN4D", "Mert Demir", "secret"),
                        new JoinRoom.ByHostToken("host", "Ada"),
                        new JoinRoom.ByResumeToken("resume", new Seq(12)),
                        new JoinRoom.ByResumeToken("resume", null),
                        new ClientMessage.Cursor(
                                MAIN, new Revision(2), List.of(new Selection(4, 1))),
                        new ClientMessage.Typing(true),
                        new ClientMessage.Diverged(MAIN, new Revision(2), "ba7816bf8f01cfea"),
                        new ClientMessage.Ping(17)));
    }

    static Stream<RoomEvent> events() {
        return Stream.of(
                new RoomEvent.SessionCreated("First talk", "python", 60),
                new RoomEvent.SessionCreated("First talk", "python", null),
                new RoomEvent.SessionCreated("First talk", "python", null, true),
                new RoomEvent.FactNoted(new Fact.PastedFromOutside(MAIN, 412)),
                new RoomEvent.FactNoted(new Fact.WindowAway(12_345)),
                new RoomEvent.SessionUpdated("Second talk", null),
                new RoomEvent.SessionStarted(1_700_000_000_000L),
                new RoomEvent.SessionEnded(9, EndReason.ROOM_EMPTY, 4),
                new RoomEvent.PeerJoined(MERT, "Mert", Role.CANDIDATE, "#bf5b00", true),
                new RoomEvent.PeerLeft(MERT, DepartureReason.LOST),
                new RoomEvent.DocumentOpened(MAIN, "main.py", "python", "x\n"),
                new RoomEvent.DocumentClosed(MAIN),
                new RoomEvent.CodeUpdate(MAIN, new Revision(4), OPERATION, List.of("xy")),
                new RoomEvent.CodeUpdate(MAIN, new Revision(4), OPERATION, null),
                new RoomEvent.CodeUpdate(
                        MAIN, new Revision(4), OPERATION, List.of("xy"), REVISIONS),
                new RoomEvent.CodeUpdate(MAIN, new Revision(4), OPERATION, null, List.of()),
                new RoomEvent.LanguageChanged(MAIN, "java"),
                new RoomEvent.PermissionsChanged(MERT, new Permissions(false, true)),
                new RoomEvent.ChatMessage("Yes. Take your time."),
                new RoomEvent.RunStarted(RUN, MAIN, "python", new Revision(3), null, null),
                new RoomEvent.RunStarted(RUN, MAIN, "python", new Revision(3), "a", null),
                new RoomEvent.RunStarted(RUN, MAIN, "python", new Revision(3), null, 3),
                new RoomEvent.CodeOutput(RUN, RunStream.STDERR, "\u001b[31mno\u001b[0m\r\n"),
                new RoomEvent.RunInput(RUN, "line\n", false),
                new RoomEvent.RunInput(RUN, "", true),
                new RoomEvent.RunStopped(RUN),
                new RoomEvent.TestFinished(RUN, 0, "ties", false, true, 0, 12L, "b", "", null),
                new RoomEvent.TestFinished(
                        RUN, 1, "secret", true, false, null, null, null, null, TIME_LIMIT),
                new RoomEvent.RunFinished(RUN, 0, null, 41, 30L, 12_000_000L, false, null),
                new RoomEvent.RunFinished(RUN, 139, "SIGSEGV", 41, null, null, true, null),
                new RoomEvent.RunFinished(RUN, null, null, 0, null, null, false, TIME_LIMIT),
                new RoomEvent.CodeSubmitted(
                        new SubmissionId("s"), MAIN, new Revision(3), "q", "x\n"),
                new RoomEvent.CodeSubmitted(new SubmissionId("s"), MAIN, new Revision(3), null, ""),
                new RoomEvent.TestsChanged(
                        MAIN,
                        List.of(
                                new TestCase("ties", "a", "b", false),
                                new TestCase("secret", null, null, true))));
    }

    static Stream<ServerMessage> serverMessages() {
        CommandId id = new CommandId(5);
        return Stream.of(
                        events().map(MessageCodecTest::event),
                        Stream.of(
                                        new Acknowledgement.Nothing(),
                                        new Acknowledgement.Started(7),
                                        new Acknowledgement.Ended(
                                                9, EndReason.ENDED_BY_INTERVIEWER, 2),
                                        new Acknowledgement.Revised(new Revision(8)),
                                        new Acknowledgement.Left(MERT, DepartureReason.LEFT),
                                        new Acknowledgement.Permitted(null, true),
                                        new Acknowledgement.Running(
                                                RUN, "python", new Revision(3), null),
                                        new Acknowledgement.Running(
                                                RUN, "python", new Revision(3), 2),
                                        new Acknowledgement.Submitted(
                                                new SubmissionId("s"), new Revision(3), "text"),
                                        new Acknowledgement.Opened("text"))
                                .map(payload -> new ServerMessage.Ack(id, new Seq(6), 99, payload)),
                        Stream.of(
                                new ServerMessage.Duplicate(id),
                                new ServerMessage.Noted(id, 99),
                                new ServerMessage.Refused(
                                        null,
                                        new Refusal(
                                                ErrorCode.BAD_MESSAGE,
                                                "The field must be there.",
                                                Map.of("field", "id"))),
                                new ServerMessage.CursorMoved(
                                        3,
                                        MERT,
                                        MAIN,
                                        new Revision(1),
                                        List.of(new Selection(0, 2))),
                                new ServerMessage.TypingChanged(3, MERT, false),
                                new ServerMessage.TextChecked(
                                        3, MAIN, new Revision(4), "ba7816bf8f01cfea"),
                                new ServerMessage.RunProgressed(3, RUN, RunPhase.QUEUED, 2, null),
                                new ServerMessage.RunProgressed(
                                        3, RUN, RunPhase.RUNNING, null, 10_000L),
                                new ServerMessage.RunnerChanged(3, Runner.none("No sandbox.")),
                                new ServerMessage.RunnerChanged(
                                        3,
                                        new Runner(
                                                null,
                                                List.of(
                                                        new Runner.Offer(
                                                                "python",
                                                                "Python",
                                                                "3.11.2",
                                                                new Runner.RunLimits(
                                                                        1, 2, 3, 4, 5, 6))))),
                                new ServerMessage.Pong(12.5, 77),
                                snapshot(
                                        new RoomSnapshot.Tail(
                                                List.of(logged(events().toList().get(9))))),
                                snapshot(
                                        new RoomSnapshot.Whole(
                                                List.of(
                                                        new RoomSnapshot.DocumentState(
                                                                MAIN,
                                                                "main.py",
                                                                "python",
                                                                new Revision(4),
                                                                "x\n")),
                                                List.of(logged(new RoomEvent.ChatMessage("Hi"))),
                                                runs()))))
                .flatMap(messages -> messages);
    }

    /// As events make them, and so with everything that a run can have.
    private static List<Run> runs() {
        Runs runs = Runs.keeping(1_000);
        for (RoomEvent event :
                List.of(
                        new RoomEvent.RunStarted(RUN, MAIN, "python", new Revision(3), null, null),
                        new RoomEvent.RunInput(RUN, "first\n", false),
                        new RoomEvent.CodeOutput(RUN, RunStream.STDOUT, "a"),
                        new RoomEvent.CodeOutput(RUN, RunStream.STDERR, "b".repeat(995)),
                        new RoomEvent.RunInput(RUN, "x", false),
                        new RoomEvent.RunInput(RUN, "", true),
                        new RoomEvent.RunStopped(RUN),
                        new RoomEvent.RunFinished(RUN, 1, null, 4, null, null, true, TIME_LIMIT),
                        new RoomEvent.RunStarted(
                                new RunId("2"), MAIN, "python", new Revision(3), null, 2),
                        new RoomEvent.TestFinished(
                                new RunId("2"), 0, "ties", false, true, 0, 12L, "b", "", null))) {
            runs = runs.evolve(logged(event));
        }
        return runs.all();
    }

    @ParameterizedTest
    @MethodSource("clientMessages")
    void whatAClientWritesIsReadAsItWas(ClientMessage message) throws BadMessage {
        assertThat(MessageCodec.readClientMessage(MessageCodec.write(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void whatARelayWritesIsReadAsItWas(ServerMessage message) throws BadMessage {
        assertThat(MessageCodec.readServerMessage(MessageCodec.write(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsStoredIsReadAsItWas(RoomEvent event) throws BadMessage {
        assertThat(EventCodec.read(EventCodec.type(event), EventCodec.payload(event)))
                .isEqualTo(event);
    }

    @Test
    void anEventLooksAsTheContractSays() {
        RoomEvent edit =
                new RoomEvent.CodeUpdate(
                        MAIN, new Revision(2), TextOperation.replace(4, 1, 3, "é"), List.of("bc"));
        assertThat(MessageCodec.write(logged(edit)))
                .isEqualTo(
                        """
                        {"type":"code_update","seq":4,"at":1000,"by":"mert","id":3,\
                        "payload":{"doc":"main","revision":2,"operation":[1,"é",-2,1],\
                        "deleted":["bc"]}}\
                        """);
    }

    @Test
    void anUndoSaysWhatItTakesBack() {
        Intent undo = new Intent.CodeUpdate(MAIN, new Revision(3), OPERATION, REVISIONS);
        assertThat(MessageCodec.write(new Command(new CommandId(9), undo)))
                .contains("\"undoOf\":[1,3]");
        RoomEvent event =
                new RoomEvent.CodeUpdate(MAIN, new Revision(4), OPERATION, null, REVISIONS);
        assertThat(MessageCodec.write(logged(event))).contains("\"undoOf\":[1,3]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"1\"",
                "{}",
                "[0]",
                "[-1]",
                "[1.5]",
                "[\"1\"]",
                "[null]",
                "[[1]]",
                "[2,1]",
                "[1,1]",
                "[4]",
                "[1,99999999999]"
            })
    void whatAnUndoIsOfAreGrowingRevisionsUpToTheTexts(String undoOf) {
        BadMessage bad =
                bad(
                        ("{\"type\":\"code_update\",\"id\":3,\"payload\":{\"doc\":\"main\","
                                        + "\"revision\":3,\"operation\":[-1,-1],\"undoOf\":%s}}")
                                .formatted(undoOf));
        assertThat(bad.refusal().code()).isEqualTo(ErrorCode.BAD_MESSAGE);
        assertThat(bad.refusal().facts()).containsEntry("field", "undoOf");
    }

    @Test
    void anUndoNamesAtMostAThousandRevisions() throws BadMessage {
        assertThat(MessageCodec.readClientMessage(undoOf(Limits.UNDO_OF))).isNotNull();
        assertThat(bad(undoOf(Limits.UNDO_OF + 1)).refusal().facts())
                .containsEntry("field", "undoOf");
    }

    private static String undoOf(int revisions) {
        List<Revision> all = IntStream.rangeClosed(1, revisions).mapToObj(Revision::new).toList();
        Intent undo = new Intent.CodeUpdate(MAIN, new Revision(5_000), OPERATION, all);
        return MessageCodec.write(new Command(new CommandId(9), undo));
    }

    @Test
    void whatWasLoggedWithoutAMarkIsReadAsNoUndo() throws BadMessage {
        RoomEvent event =
                EventCodec.read(
                        "code_update",
                        "{\"doc\":\"main\",\"revision\":2,\"operation\":[1],\"deleted\":[]}");
        assertThat(event).extracting("undoOf").isNull();
    }

    @Test
    void whatTheRelayItselfDidIsByNull() {
        assertThat(
                        MessageCodec.write(
                                new LoggedEvent(
                                        new Seq(1), 5, null, null, new RoomEvent.ChatMessage("x"))))
                .contains("\"by\":null")
                .doesNotContain("\"id\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "[]",
                "null",
                "17",
                "\"text\"",
                "{",
                "{}{}",
                "{\"type\":1}",
                "{'type':'ping'}",
                "{\"type\":\"ping\",}"
            })
    void whatIsNoObjectWithATypeIsABadMessage(String json) {
        assertThat(bad(json).refusal().code()).isEqualTo(ErrorCode.BAD_MESSAGE);
        assertThat(bad(json).replyTo()).isNull();
    }

    @Test
    void whatIsTooDeepIsABadMessage() {
        String deep =
                "{\"type\":\"ping\",\"payload\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(bad(deep).refusal().code()).isEqualTo(ErrorCode.BAD_MESSAGE);
    }

    @Test
    void anUnknownTypeIsSaidToBeOne() {
        BadMessage bad = bad("{\"type\":\"dance\",\"id\":4,\"payload\":{}}");
        assertThat(bad.refusal().code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
        assertThat(bad.replyTo()).isEqualTo(new CommandId(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"7\"", "null", "9007199254740992", "1e3", "[]"})
    void aCommandWithoutAUsableIdNamesTheId(String id) {
        BadMessage bad = bad("{\"type\":\"start_session\",\"id\":%s,\"payload\":{}}".formatted(id));
        assertThat(bad.refusal().facts()).containsEntry("field", "id");
        assertThat(bad.replyTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    code_update     | {"revision":0,"operation":[1]}                  | doc
                    code_update     | {"doc":"main","operation":[1]}                  | revision
                    code_update     | {"doc":"main","revision":0.5,"operation":[1]}   | revision
                    code_update     | {"doc":"main","revision":0}                     | operation
                    code_update     | {"doc":"main","revision":0,"operation":"a"}     | operation
                    code_update     | {"doc":"main","revision":0,"operation":[1.5]}   | operation
                    code_update     | {"doc":"main","revision":0,"operation":[null]}  | operation
                    code_update     | {"doc":"main","revision":-1}                    | operation
                    code_update     | {"doc":7,"revision":0,"operation":[1]}          | doc
                    chat_message    | {}                                              | text
                    chat_message    | {"text":null}                                   | text
                    chat_message    | {"text":" \\n "}                                | text
                    chat_message    | {"text":["a"]}                                  | text
                    chat_message    | {"text":"\\ud800"}                              | text
                    set_language    | {"doc":"main"}                                  | language
                    set_language    | {"doc":"main","language":"Ü"}                   | language
                    set_language    | {"doc":"main","language":""}                    | language
                    set_permissions | {"canEdit":true}                                | participantId
                    set_permissions | {"participantId":"p","canEdit":"yes"}           | canEdit
                    diverged        | {"doc":"main","hash":"ba7816bf8f01cfea"}        | revision
                    diverged        | {"doc":"main","revision":1}                     | hash
                    diverged        | {"doc":"main","revision":1,"hash":"ba7816bf8f"} | hash
                    open_document   | {"doc":"d","language":"c"}                      | name
                    open_document   | {"doc":"","name":"d","language":"c"}            | doc
                    run_code        | {}                                              | doc
                    run_code        | {"doc":"main","stdin":7}                        | stdin
                    run_code        | {"doc":"main","stdin":"\ud800"}                | stdin
                    run_code        | {"doc":"main","tests":1}                        | tests
                    run_code        | {"doc":"main","tests":true,"stdin":""}          | stdin
                    run_input       | {"text":"a"}                                    | runId
                    run_input       | {"runId":"","text":"a"}                         | runId
                    run_input       | {"runId":"r"}                                   | text
                    run_input       | {"runId":"r","text":"a","eof":"yes"}            | eof
                    stop_run        | {"runId":7}                                     | runId
                    submit_code     | {"doc":"main","questionId":""}                  | questionId
                    note_fact       | {}                                              | kind
                    note_fact       | {"kind":"looked_up"}                            | kind
                    note_fact       | {"kind":"window_away"}                          | durationMs
                    note_fact       | {"kind":"window_away","durationMs":1999}        | durationMs
                    note_fact       | {"kind":"pasted_from_outside","length":9}       | doc
                    note_fact       | {"kind":"pasted_from_outside","doc":"main"}     | length
                    note_fact       | {"kind":"pasted_from_outside","doc":"main","length":0} | length
                    note_fact       | {"kind":"pasted_from_outside","doc":"main","length":524289} | length
                    set_tests       | {"doc":"main"}                                  | tests
                    set_tests       | {"doc":"main","tests":[1]}                      | tests
                    set_tests       | {"doc":"main","tests":[{"stdin":""}]}           | name
                    set_tests       | {"doc":"main","tests":[{"name":"a","stdin":1}]} | stdin
                    set_tests       | {"doc":"main","tests":[{"name":"a","hidden":0}]} | hidden
                    """)
    void aFieldThatIsMissingOrWrongIsNamed(String type, String payload, String field) {
        BadMessage bad = bad("{\"type\":\"%s\",\"id\":3,\"payload\":%s}".formatted(type, payload));
        assertThat(bad.refusal().code()).isEqualTo(ErrorCode.BAD_MESSAGE);
        assertThat(bad.refusal().facts()).containsEntry("field", field);
        assertThat(bad.refusal().message()).contains(field);
        assertThat(bad.replyTo()).isEqualTo(new CommandId(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0]",
                "[1,2]",
                "[\"\"]",
                "[\"a\",\"b\"]",
                "[-1,\"a\"]",
                "[-1,-1]",
                "[99999999999]",
                "[-2147483648]"
            })
    void whatIsNoOperationInNormalFormIsLeftToTheRoom(String operation) throws BadMessage {
        ClientMessage message =
                MessageCodec.readClientMessage(
                        "{\"type\":\"code_update\",\"id\":1,\"payload\":"
                                + "{\"doc\":\"main\",\"revision\":0,\"operation\":%s}}"
                                        .formatted(operation));
        assertThat(((Command) message).intent()).isInstanceOf(Intent.MalformedCodeUpdate.class);
    }

    @Test
    void whateverHasAnIdIsAnsweredUnderIt() throws BadMessage {
        Envelope join =
                MessageCodec.readEnvelope(
                        "{\"type\":\"join_room\",\"id\":7,"
                                + "\"payload\":{\"hostToken\":\"t\",\"name\":\"Ada\"}}");
        assertThat(join)
                .isEqualTo(new Envelope(new CommandId(7), new JoinRoom.ByHostToken("t", "Ada")));
        ServerMessage state = snapshot(new RoomSnapshot.Tail(List.of())).inReplyTo(join.id());
        assertThat(MessageCodec.write(state)).startsWith("{\"type\":\"room_state\",\"replyTo\":7,");
        assertThat(MessageCodec.readServerMessage(MessageCodec.write(state))).isEqualTo(state);
    }

    @Test
    void whatHasNoUsableIdIsAnsweredUnderNone() throws BadMessage {
        assertThat(
                        MessageCodec.readEnvelope(
                                        "{\"type\":\"ping\",\"id\":0,\"payload\":{\"t\":1}}")
                                .id())
                .isNull();
        assertThat(MessageCodec.write(snapshot(new RoomSnapshot.Tail(List.of()))))
                .contains("\"replyTo\":null");
    }

    @Test
    void aPongLooksLikeAnythingThatPasses() {
        assertThat(MessageCodec.write(new ServerMessage.Pong(12, 77)))
                .isEqualTo(
                        "{\"type\":\"pong\",\"at\":77,\"by\":null,"
                                + "\"payload\":{\"serverNow\":77,\"t\":12}}");
    }

    @Test
    void aCheckLooksLikeAnythingThatPasses() {
        assertThat(
                        MessageCodec.write(
                                new ServerMessage.TextChecked(
                                        77, MAIN, new Revision(4), "ba7816bf8f01cfea")))
                .isEqualTo(
                        "{\"type\":\"check\",\"at\":77,\"by\":null,\"payload\":{\"doc\":\"main\","
                                + "\"revision\":4,\"hash\":\"ba7816bf8f01cfea\"}}");
    }

    @Test
    void whoFoundAnotherTextSaysSoWithAnIdOrWithout() throws BadMessage {
        String payload =
                "\"payload\":{\"doc\":\"main\",\"revision\":4,\"hash\":\"BA7816BF8F01CFEA\"}}";
        var diverged = new ClientMessage.Diverged(MAIN, new Revision(4), "ba7816bf8f01cfea");
        assertThat(MessageCodec.readEnvelope("{\"type\":\"diverged\"," + payload))
                .isEqualTo(new Envelope(null, diverged));
        assertThat(MessageCodec.readEnvelope("{\"type\":\"diverged\",\"id\":7," + payload))
                .isEqualTo(new Envelope(new CommandId(7), diverged));
        assertThat(MessageCodec.write(new ServerMessage.Noted(new CommandId(7), 99)))
                .isEqualTo("{\"type\":\"ack\",\"replyTo\":7,\"payload\":{},\"at\":99}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ack\",\"replyTo\":0,\"seq\":1,\"at\":1,\"payload\":{}}",
                "{\"type\":\"ack\",\"replyTo\":null,\"seq\":1,\"at\":1,\"payload\":{}}",
                "{\"type\":\"ack\",\"replyTo\":1,\"payload\":{}}",
                "{\"type\":\"check\",\"at\":1,\"by\":null,"
                        + "\"payload\":{\"doc\":\"main\",\"revision\":1}}",
                "{\"type\":\"chat_message\",\"seq\":1,\"at\":1,\"by\":\"p\",\"id\":-1,"
                        + "\"payload\":{\"text\":\"x\"}}",
                "{\"type\":\"chat_message\",\"seq\":-1,\"at\":1,\"payload\":{\"text\":\"x\"}}",
                "{\"type\":\"chat_message\",\"seq\":1,\"at\":1,\"by\":\"\",\"payload\":{}}",
                "{\"type\":\"room_state\",\"replyTo\":null,\"payload\":"
                        + "{\"you\":{\"participantId\":\"\"}}}"
            })
    void whatARelayMayNotSayIsABadMessageToo(String json) {
        assertThat(
                        catchThrowableOfType(
                                BadMessage.class, () -> MessageCodec.readServerMessage(json)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\":\"x\"}",
                "{\"code\":\"x\",\"name\":\" \"}",
                "{\"code\":\"x\",\"name\":\"a\\tb\"}",
                "{\"code\":\"x\",\"hostToken\":\"y\",\"name\":\"a\"}",
                "{\"resumeToken\":4}"
            })
    void whatIsNoUsableJoinRoomIsABadMessage(String payload) {
        assertThat(
                        bad("{\"type\":\"join_room\",\"payload\":%s}".formatted(payload))
                                .refusal()
                                .code())
                .isEqualTo(ErrorCode.BAD_MESSAGE);
    }

    @Test
    void aNameIsTrimmedAndHasAtMostSixtyCharacters() throws BadMessage {
        assertThat(join(" " + "😀".repeat(60) + " ").name()).isEqualTo("😀".repeat(60));
        assertThat(catchThrowableOfType(BadMessage.class, () -> join("a".repeat(61)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-4", "1.5", "99999999999999999999"})
    void aLastSeqThatIsNoPlaceAsksForTheWholeState(String lastSeq) throws BadMessage {
        assertThat(
                        MessageCodec.readClientMessage(
                                "{\"type\":\"join_room\",\"payload\":"
                                        + "{\"resumeToken\":\"t\",\"lastSeq\":%s}}"
                                                .formatted(lastSeq)))
                .isEqualTo(new JoinRoom.ByResumeToken("t", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "9007199254740991", "99999999999999999999"})
    void aRevisionThatNoDocumentHasIsLeftToTheRoom(String revision) throws BadMessage {
        ClientMessage message =
                MessageCodec.readClientMessage(
                        "{\"type\":\"code_update\",\"id\":1,\"payload\":"
                                + "{\"doc\":\"main\",\"revision\":%s,\"operation\":[1]}}"
                                        .formatted(revision));
        assertThat(((Command) message).intent())
                .isInstanceOfSatisfying(
                        Intent.MalformedCodeUpdate.class,
                        malformed -> assertThat(malformed.reason()).contains(revision));
    }

    @Test
    void whatIsNotSaidOfATestIsNothing() throws BadMessage {
        assertThat(command("set_tests", "{\"doc\":\"main\",\"tests\":[{\"name\":\" a \"}]}"))
                .isEqualTo(new Intent.SetTests(MAIN, List.of(new TestCase("a", "", "", false))));
    }

    @Test
    void aDocumentHasFiftyTestsOfBoundedLength() throws BadMessage {
        assertThat(command("set_tests", tests(Limits.TESTS, Limits.TEST_LENGTH / 64)))
                .isInstanceOf(Intent.SetTests.class);
        assertThat(bad(message("set_tests", tests(Limits.TESTS + 1, 1))).refusal().facts())
                .containsEntry("field", "tests");
        assertThat(command("set_tests", tests(1, Limits.TEST_LENGTH)))
                .isInstanceOf(Intent.SetTests.class);
        assertThat(bad(message("set_tests", tests(1, Limits.TEST_LENGTH + 1))).refusal().facts())
                .containsEntry("field", "expected");
    }

    private static String tests(int count, int length) {
        String test = "{\"name\":\"a\",\"expected\":\"%s\"}".formatted("x".repeat(length));
        return "{\"doc\":\"main\",\"tests\":[%s]}"
                .formatted(String.join(",", Collections.nCopies(count, test)));
    }

    private static Intent command(String type, String payload) throws BadMessage {
        return MessageCodec.readClientMessage(message(type, payload))
                        instanceof Command(_, Intent intent)
                ? intent
                : new Intent.LeaveRoom();
    }

    private static String message(String type, String payload) {
        return "{\"type\":\"%s\",\"id\":3,\"payload\":%s}".formatted(type, payload);
    }

    @Test
    void anErrorOfARunThatIsNotKnownIsStillTold() throws BadMessage {
        RoomEvent event =
                EventCodec.read(
                        "run_finished",
                        "{\"runId\":\"r\",\"exitCode\":null,\"timeMs\":3,"
                                + "\"error\":{\"code\":\"frozen\",\"message\":\"Too cold.\"}}");
        assertThat(event)
                .isEqualTo(
                        new RoomEvent.RunFinished(
                                new RunId("r"),
                                null,
                                null,
                                3,
                                null,
                                null,
                                false,
                                new RunError(RunProblem.INTERNAL, "Too cold.")));
    }

    @Test
    void ofVeryManyCaretsTheFirstAreShown() throws BadMessage {
        List<Selection> many = IntStream.range(0, 150).mapToObj(Selection::caret).toList();
        ClientMessage cursor = new ClientMessage.Cursor(MAIN, Revision.ZERO, many);
        assertThat(MessageCodec.readClientMessage(MessageCodec.write(cursor)))
                .isEqualTo(new ClientMessage.Cursor(MAIN, Revision.ZERO, many.subList(0, 100)));
    }

    @Test
    void whatANewerSideAddsIsIgnored() throws BadMessage {
        assertThat(
                        MessageCodec.readClientMessage(
                                "{\"type\":\"typing\",\"new\":1,"
                                        + "\"payload\":{\"on\":true,\"mood\":\"good\"}}"))
                .isEqualTo(new ClientMessage.Typing(true));
        assertThat(
                        MessageCodec.readServerMessage(
                                "{\"type\":\"danced\",\"seq\":8,\"at\":1,\"by\":null,"
                                        + "\"payload\":{}}"))
                .isEqualTo(new ServerMessage.Unknown("danced", new Seq(8)));
    }

    private static JoinRoom.ByCode join(String name) throws BadMessage {
        return (JoinRoom.ByCode)
                MessageCodec.readClientMessage(
                        "{\"type\":\"join_room\",\"payload\":{\"code\":\"x\",\"name\":\"%s\"}}"
                                .formatted(name));
    }

    private static BadMessage bad(String json) {
        BadMessage bad =
                catchThrowableOfType(BadMessage.class, () -> MessageCodec.readClientMessage(json));
        assertThat(bad).as(json).isNotNull();
        return bad;
    }

    private static ServerMessage event(RoomEvent event) {
        return new ServerMessage.Event(logged(event));
    }

    private static LoggedEvent logged(RoomEvent event) {
        return new LoggedEvent(new Seq(4), 1_000, MERT, new CommandId(3), event);
    }

    private static RoomSnapshot snapshot(RoomSnapshot.Content content) {
        return new RoomSnapshot(
                new RoomSnapshot.You(MERT, "Mert", Role.CANDIDATE, "#bf5b00", "token", 12),
                new RoomSnapshot.Session(
                        new SessionId("s1"),
                        "python",
                        new SessionFacts(
                                "First talk", SessionStatus.ACTIVE, 1, 2L, null, null, 60)),
                5,
                new Seq(9),
                List.of(
                        new Participant(
                                MERT,
                                "Mert",
                                Role.CANDIDATE,
                                "#bf5b00",
                                Presence.CONNECTED,
                                Permissions.ALL,
                                0)),
                Permissions.ALL,
                content);
    }
}
