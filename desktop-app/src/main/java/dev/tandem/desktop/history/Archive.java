package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionSearch;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One's interviews in one place. Any thread; nothing blocks, the answers come on any thread, and
/// no future fails.
public interface Archive {
    /// A page of them.
    ///
    /// @param cursor where the page before ended; null for the first page
    CompletableFuture<Answer<SessionPage>> list(
            SessionSearch search, @Nullable String cursor, int limit);

    CompletableFuture<Answer<SessionDetails>> details(SessionId session);

    CompletableFuture<Answer<EventPage>> events(SessionId session, Seq after, int limit);

    /// Writes an interview to a file, which is there when all of it is.
    CompletableFuture<Answer<Path>> export(SessionId session, ExportFormat format, Path file);

    /// All of an interview as a `.tandem` file.
    CompletableFuture<Answer<byte[]>> file(SessionId session);

    /// What interviewers wrote about an interview.
    CompletableFuture<Answer<List<Feedback>>> feedback(SessionId session);

    /// Writes one's own; the answer is all that there is then.
    CompletableFuture<Answer<List<Feedback>>> writeFeedback(SessionId session, WriteFeedback write);

    CompletableFuture<Answer<Boolean>> delete(SessionId session);
}
