package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayApi;
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

/// The interviews that a relay keeps for whoever has the bearer.
public record RelayArchive(RelayApi api, String bearer) implements Archive {
    @Override
    public CompletableFuture<Answer<SessionPage>> list(
            SessionSearch search, @Nullable String cursor, int limit) {
        return api.sessions(search, cursor, limit, bearer);
    }

    @Override
    public CompletableFuture<Answer<SessionDetails>> details(SessionId session) {
        return api.session(session, bearer);
    }

    @Override
    public CompletableFuture<Answer<EventPage>> events(SessionId session, Seq after, int limit) {
        return api.events(session, after, limit, bearer);
    }

    @Override
    public CompletableFuture<Answer<Path>> export(
            SessionId session, ExportFormat format, Path file) {
        return api.export(session, format, file, bearer);
    }

    @Override
    public CompletableFuture<Answer<byte[]>> file(SessionId session) {
        return api.file(session, bearer);
    }

    @Override
    public CompletableFuture<Answer<List<Feedback>>> feedback(SessionId session) {
        return api.feedback(session, bearer);
    }

    @Override
    public CompletableFuture<Answer<List<Feedback>>> writeFeedback(
            SessionId session, WriteFeedback write) {
        return api.writeFeedback(session, write, bearer);
    }

    @Override
    public CompletableFuture<Answer<Boolean>> delete(SessionId session) {
        return api.delete(session, bearer);
    }

    /// Without the secret: it is not for logs.
    @Override
    public String toString() {
        return "RelayArchive[]";
    }
}
