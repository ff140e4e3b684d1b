package dev.tandem.desktop.session;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one can want in a room. Everything returns at once; what became of it is read from
/// [RoomStore]. Without a connection it happens after the next one, exactly once. FX thread.
public interface RoomIntents {

    /// Begins the interview.
    void start();

    /// Ends the interview for everyone.
    void end();

    /// Leaves for good. Where the relay cannot be reached, one is simply gone.
    void leave();

    /// Says `text` to everyone. Blank text is not said.
    void say(String text);

    /// One is writing a chat message (said at every key) or has stopped. It ends by itself 5 s
    /// after the last key.
    void typing(boolean on);

    /// Sets the language of the main document.
    void setLanguage(String language);

    /// What is null stays as it is.
    void setPermissions(
            ParticipantId participant, @Nullable Boolean canEdit, @Nullable Boolean canRun);

    /// Sends someone else away for good; those who have a code can still come in.
    void remove(ParticipantId participant);

    /// One edited the visible text of the main document, or took something back in it.
    void edit(OwnEdit onVisibleText);

    /// One's own carets and selections are here now, in the visible text of the main document.
    void point(List<Selection> onVisibleText);

    /// Runs the main document as the relay has it.
    ///
    /// @param stdin all of the program's input; null to type it while it runs
    void run(@Nullable String stdin);

    /// Runs the main document against its test cases.
    void runTests();

    /// Types for a program that runs.
    ///
    /// @param eof whether nothing follows
    void type(RunId run, String text, boolean eof);

    /// Stops a program, or takes it out of the queue.
    void stop(RunId run);

    /// Hands in the main document as the relay has it.
    void submit();

    /// Gives the main document other test cases.
    void setTests(List<TestCase> tests);

    /// Tells something about one's own window, where the interview has that on.
    void note(Fact fact);

    /// Does not wait any longer for the next attempt to connect.
    void reconnectNow();
}
