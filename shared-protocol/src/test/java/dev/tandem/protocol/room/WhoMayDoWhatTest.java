package dev.tandem.protocol.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contract's table of rights, every command × role × status.
class WhoMayDoWhatTest {
    private static final Map<String, Intent> INTENTS =
            Map.ofEntries(
                    Map.entry(
                            "code_update",
                            new Intent.CodeUpdate(
                                    DocumentId.MAIN,
                                    Revision.ZERO,
                                    TextOperation.insert(6, 0, "#"))),
                    Map.entry(
                            "malformed code_update",
                            new Intent.MalformedCodeUpdate(DocumentId.MAIN, "Not an operation.")),
                    Map.entry("set_language", new Intent.SetLanguage(DocumentId.MAIN, "java")),
                    Map.entry("chat_message", new Intent.ChatMessage("Hello")),
                    Map.entry("start_session", new Intent.StartSession()),
                    Map.entry("end_session", new Intent.EndSession()),
                    Map.entry(
                            "set_permissions", new Intent.SetPermissions(Rooms.MERT, false, null)),
                    Map.entry(
                            "open_document",
                            new Intent.OpenDocument(
                                    new DocumentId("notes"), "notes.md", "markdown", null)),
                    Map.entry(
                            "close_document", new Intent.CloseDocument(new DocumentId("nothing"))),
                    Map.entry("leave_room", new Intent.LeaveRoom()),
                    Map.entry("run_code", new Intent.RunCode(DocumentId.MAIN, "", false)),
                    Map.entry("run_input", new Intent.RunInput(new RunId("nothing"), "a", false)),
                    Map.entry("stop_run", new Intent.StopRun(new RunId("nothing"))),
                    Map.entry("submit_code", new Intent.SubmitCode(DocumentId.MAIN, null)),
                    Map.entry("set_tests", new Intent.SetTests(DocumentId.MAIN, List.of())),
                    Map.entry("note_fact", new Intent.NoteFact(new Fact.WindowAway(2_000))));

    @ParameterizedTest(name = "{0} by {1}: {2}, {3}, {4}")
    @CsvSource(
            textBlock =
                    """
                    # command              , role        , waiting          , active           , ended
                    code_update            , INTERVIEWER , yes              , yes              , session_ended
                    code_update            , CANDIDATE   , not_active       , yes              , session_ended
                    code_update            , SPECTATOR   , forbidden        , forbidden        , forbidden
                    malformed code_update  , INTERVIEWER , bad_operation    , bad_operation    , session_ended
                    malformed code_update  , CANDIDATE   , not_active       , bad_operation    , session_ended
                    malformed code_update  , SPECTATOR   , forbidden        , forbidden        , forbidden
                    set_language           , INTERVIEWER , yes              , yes              , session_ended
                    set_language           , CANDIDATE   , not_active       , yes              , session_ended
                    set_language           , SPECTATOR   , forbidden        , forbidden        , forbidden
                    chat_message           , INTERVIEWER , yes              , yes              , session_ended
                    chat_message           , CANDIDATE   , yes              , yes              , session_ended
                    chat_message           , SPECTATOR   , forbidden        , forbidden        , forbidden
                    start_session          , INTERVIEWER , yes              , not_active       , session_ended
                    start_session          , CANDIDATE   , forbidden        , forbidden        , forbidden
                    start_session          , SPECTATOR   , forbidden        , forbidden        , forbidden
                    end_session            , INTERVIEWER , yes              , yes              , session_ended
                    end_session            , CANDIDATE   , forbidden        , forbidden        , forbidden
                    end_session            , SPECTATOR   , forbidden        , forbidden        , forbidden
                    set_permissions        , INTERVIEWER , yes              , yes              , session_ended
                    set_permissions        , CANDIDATE   , forbidden        , forbidden        , forbidden
                    set_permissions        , SPECTATOR   , forbidden        , forbidden        , forbidden
                    open_document          , INTERVIEWER , yes              , yes              , session_ended
                    open_document          , CANDIDATE   , forbidden        , forbidden        , forbidden
                    open_document          , SPECTATOR   , forbidden        , forbidden        , forbidden
                    close_document         , INTERVIEWER , no_such_document , no_such_document , session_ended
                    close_document         , CANDIDATE   , forbidden        , forbidden        , forbidden
                    close_document         , SPECTATOR   , forbidden        , forbidden        , forbidden
                    run_code               , INTERVIEWER , yes              , yes              , session_ended
                    run_code               , CANDIDATE   , not_active       , yes              , session_ended
                    run_code               , SPECTATOR   , forbidden        , forbidden        , forbidden
                    run_input              , INTERVIEWER , no_such_run      , no_such_run      , session_ended
                    run_input              , CANDIDATE   , not_active       , no_such_run      , session_ended
                    run_input              , SPECTATOR   , forbidden        , forbidden        , forbidden
                    stop_run               , INTERVIEWER , no_such_run      , no_such_run      , session_ended
                    stop_run               , CANDIDATE   , not_active       , no_such_run      , session_ended
                    stop_run               , SPECTATOR   , forbidden        , forbidden        , forbidden
                    submit_code            , INTERVIEWER , yes              , yes              , session_ended
                    submit_code            , CANDIDATE   , not_active       , yes              , session_ended
                    submit_code            , SPECTATOR   , forbidden        , forbidden        , forbidden
                    set_tests              , INTERVIEWER , yes              , yes              , session_ended
                    set_tests              , CANDIDATE   , forbidden        , forbidden        , forbidden
                    set_tests              , SPECTATOR   , forbidden        , forbidden        , forbidden
                    note_fact              , INTERVIEWER , forbidden        , forbidden        , forbidden
                    note_fact              , CANDIDATE   , not_active       , yes              , session_ended
                    note_fact              , SPECTATOR   , forbidden        , forbidden        , forbidden
                    leave_room             , INTERVIEWER , yes              , yes              , yes
                    leave_room             , CANDIDATE   , yes              , yes              , yes
                    leave_room             , SPECTATOR   , yes              , yes              , yes
                    """)
    void theFirstTestThatFailsAnswers(
            String command, Role role, String waiting, String active, String ended) {
        assertThat(answer(command, role, SessionStatus.WAITING)).isEqualTo(waiting);
        assertThat(answer(command, role, SessionStatus.ACTIVE)).isEqualTo(active);
        assertThat(answer(command, role, SessionStatus.ENDED)).isEqualTo(ended);
    }

    private static String answer(String command, Role role, SessionStatus status) {
        Author author = new Author.Member(Rooms.of(role));
        return switch (RoomRules.decide(Rooms.of(status), author, INTENTS.get(command), 9_000)) {
            case Decision.Accepted _ -> "yes";
            case Decision.Refused(var refusal) -> refusal.code().word();
        };
    }
}
