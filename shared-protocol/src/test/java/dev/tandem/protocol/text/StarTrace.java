package dev.tandem.protocol.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A recording of two people writing at the same time, `traces/friendsforever.star.json.gz`.
///
/// @param submissions what the two send, in the order in which the server takes it
/// @param endContent the text they end in, from the empty one
public record StarTrace(List<Submission> submissions, String endContent) {

    /// One operation as its author's client sends it.
    ///
    /// @param author 0 or 1
    /// @param revision the number of log entries that the author's client has heard of: all that
    ///   the author had seen, and all up to the author's own last one
    /// @param operation on the text at `revision`
    /// @param atHead the same on the text at the head of the log, carried past what the author had
    ///   not seen by the author's own queue, without looking at the log
    public record Submission(
            int author, int revision, TextOperation operation, TextOperation atHead) {}

    public static StarTrace load() {
        JsonNode trace = PaperTrace.json("friendsforever.star.json.gz");
        List<Author> authors = List.of(new Author(), new Author());
        List<Submission> submissions = new ArrayList<>();
        for (JsonNode entry : trace.get("log")) {
            int author = entry.get(0).intValue();
            Submission submission = authors.get(author).write(author, entry, submissions.size());
            authors.get(1 - author).unseen.add(new Unseen(submissions.size(), submission.atHead));
            submissions.add(submission);
        }
        return new StarTrace(submissions, trace.get("endContent").textValue());
    }

    /// An operation of the other author.
    private record Unseen(int index, TextOperation operation) {}

    private static final class Author {
        /// What the other wrote and this author has not seen, on top of what this author sees.
        private Deque<Unseen> unseen = new ArrayDeque<>();

        private int seenLength;
        private int afterOwnLast;

        Submission write(int author, JsonNode entry, int index) {
            int base = entry.get(1).intValue();
            see(base);
            TextOperation written = PaperTrace.operation(entry.get(2).get(0), seenLength);
            int revision = Math.max(base, afterOwnLast);
            TextOperation submitted = written;
            TextOperation carried = written;
            Deque<Unseen> above = new ArrayDeque<>();
            for (Unseen other : unseen) {
                var past = TextOperation.transform(carried, other.operation);
                carried = past.left();
                submitted = other.index < revision ? carried : submitted;
                above.add(new Unseen(other.index, past.right()));
            }
            unseen = above;
            seenLength = written.targetLength();
            afterOwnLast = index + 1;
            return new Submission(author, revision, submitted, carried);
        }

        private void see(int base) {
            while (!unseen.isEmpty() && unseen.getFirst().index < base) {
                seenLength = unseen.removeFirst().operation.targetLength();
            }
        }
    }
}
