package dev.tandem.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.wire.EventCodec;
import dev.tandem.protocol.wire.MessageCodec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AcknowledgementTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final RunId RUN = new RunId("run-7");
    private static final DocumentId NOTES = new DocumentId("notes");

    static Stream<Arguments> commandsAndWhatTheyBecame() {
        return Stream.of(
                Arguments.of(new Intent.StartSession(), new RoomEvent.SessionStarted(7)),
                Arguments.of(
                        new Intent.EndSession(),
                        new RoomEvent.SessionEnded(9, EndReason.ENDED_BY_INTERVIEWER, 2)),
                Arguments.of(
                        new Intent.LeaveRoom(), new RoomEvent.PeerLeft(MERT, DepartureReason.LEFT)),
                Arguments.of(
                        new Intent.SetLanguage(NOTES, "java"),
                        new RoomEvent.LanguageChanged(NOTES, "java")),
                Arguments.of(
                        new Intent.SetPermissions(MERT, false, null),
                        new RoomEvent.PermissionsChanged(MERT, new Permissions(false, true))),
                Arguments.of(
                        new Intent.SetPermissions(MERT, false, true),
                        new RoomEvent.PermissionsChanged(MERT, new Permissions(false, true))),
                Arguments.of(
                        new Intent.SetPermissions(MERT, null, null),
                        new RoomEvent.PermissionsChanged(MERT, new Permissions(true, false))),
                Arguments.of(
                        new Intent.OpenDocument(NOTES, "notes.md", "markdown", "a\nb"),
                        new RoomEvent.DocumentOpened(NOTES, "notes.md", "markdown", "a\nb")),
                Arguments.of(
                        new Intent.OpenDocument(NOTES, "notes.md", "markdown", null),
                        new RoomEvent.DocumentOpened(NOTES, "notes.md", "markdown", "")),
                Arguments.of(
                        new Intent.OpenDocument(NOTES, "notes.md", "markdown", "a\r\nb"),
                        new RoomEvent.DocumentOpened(NOTES, "notes.md", "markdown", "a\nb")),
                Arguments.of(new Intent.CloseDocument(NOTES), new RoomEvent.DocumentClosed(NOTES)),
                Arguments.of(
                        new Intent.RunCode(NOTES, "a", false),
                        new RoomEvent.RunStarted(RUN, NOTES, "c", new Revision(2), "a", null)),
                Arguments.of(
                        new Intent.RunInput(RUN, "a", true),
                        new RoomEvent.RunInput(RUN, "a", true)),
                Arguments.of(new Intent.StopRun(RUN), new RoomEvent.RunStopped(RUN)),
                Arguments.of(
                        new Intent.SubmitCode(NOTES, "q"),
                        new RoomEvent.CodeSubmitted(
                                new SubmissionId("s"), NOTES, new Revision(2), "q", "text")),
                Arguments.of(
                        new Intent.SetTests(NOTES, List.of(new TestCase("a", "", "b", true))),
                        new RoomEvent.TestsChanged(
                                NOTES, List.of(new TestCase("a", "", "b", true)))),
                Arguments.of(
                        new Intent.NoteFact(new Fact.WindowAway(2_000)),
                        new RoomEvent.FactNoted(new Fact.WindowAway(2_000))),
                Arguments.of(new Intent.ChatMessage("Hello"), new RoomEvent.ChatMessage("Hello")));
    }

    @ParameterizedTest
    @MethodSource("commandsAndWhatTheyBecame")
    void itIsTheEventLessWhatTheCommandSaid(Intent intent, RoomEvent event) throws Exception {
        JsonNode said = payload(MessageCodec.write(command(intent)));
        ObjectNode expected = (ObjectNode) JSON.readTree(EventCodec.payload(event));
        said.properties().stream()
                .filter(field -> field.getValue().equals(expected.get(field.getKey())))
                .forEach(field -> expected.remove(field.getKey()));
        assertThat(payload(acknowledgement(intent, event))).isEqualTo(expected);
    }

    @Test
    void ofAnEditItIsTheRevisionThatTheEditMade() throws Exception {
        TextOperation typed = TextOperation.insert(2, 0, "x");
        List<Revision> undone = List.of(new Revision(2));
        String json =
                acknowledgement(
                        new Intent.CodeUpdate(NOTES, new Revision(3), typed, undone),
                        new RoomEvent.CodeUpdate(
                                NOTES,
                                new Revision(8),
                                TextOperation.insert(9, 4, "x"),
                                List.of(),
                                undone));
        assertThat(json)
                .isEqualTo(
                        "{\"type\":\"ack\",\"replyTo\":3,\"payload\":{\"revision\":8},"
                                + "\"seq\":6,\"at\":99}");
    }

    private static ClientMessage command(Intent intent) {
        return new ClientMessage.Command(new CommandId(3), intent);
    }

    private static String acknowledgement(Intent intent, RoomEvent event) {
        return MessageCodec.write(
                new ServerMessage.Ack(
                        new CommandId(3), new Seq(6), 99, Acknowledgement.of(intent, event)));
    }

    private static JsonNode payload(String json) throws JsonProcessingException {
        return JSON.readTree(json).get("payload");
    }
}
