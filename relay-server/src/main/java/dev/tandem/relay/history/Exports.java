package dev.tandem.relay.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.protocol.wire.SessionFile.Header;
import dev.tandem.relay.sessionlog.Feedbacks;
import dev.tandem.relay.sessionlog.LinkedEvent;
import dev.tandem.relay.sessionlog.RelaySigner;
import dev.tandem.relay.sessionlog.SessionLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hands sessions on. A log is read in portions, so that a long one needs no more memory than a
/// short one. Any thread may call it; each call waits for the database.
///
/// @param signer signs what is handed on
/// @param feedbacks what interviewers wrote; null for nothing
public record Exports(SessionLog log, RelaySigner signer, @Nullable Feedbacks feedbacks) {
    private static final int READ_AT_ONCE = 2_000;

    /// Does something with an event.
    private interface Reader {
        void read(LoggedEvent event) throws IOException;
    }

    /// Writes the session, as far as it has come.
    ///
    /// @param options for a format that is not always whole
    /// @throws IOException if `out` cannot be written
    public void write(
            SessionSummary session, ExportFormat format, ExportOptions options, OutputStream out)
            throws IOException {
        if (format == ExportFormat.TANDEM) {
            Packer.pack(out, unpacked -> writeText(session, format, options, unpacked));
        } else {
            writeText(session, format, options, out);
        }
    }

    private void writeText(
            SessionSummary session, ExportFormat format, ExportOptions options, OutputStream out)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        Telling telling = new Telling(options);
        List<Feedback> feedback =
                feedbacks == null || !options.withPrivate()
                        ? List.of()
                        : telling.of(feedbacks.of(session.id(), null));
        write(session, format, telling, feedback, text);
        text.flush();
    }

    private void write(
            SessionSummary session,
            ExportFormat format,
            Telling telling,
            List<Feedback> feedback,
            Writer out)
            throws IOException {
        switch (format) {
            case JSON, TANDEM -> writeJson(session, feedback, out);
            case HTML -> writeReplay(session, telling, feedback, out);
            case MD -> writeReport(session, telling, feedback, out);
        }
    }

    private void writeJson(SessionSummary session, List<Feedback> feedback, Writer out)
            throws IOException {
        Head head = log.sign(session.id(), System.currentTimeMillis()).join();
        List<Head> heads =
                log.heads(session.id()).stream()
                        .filter(one -> !one.seq().isAfter(head.seq()))
                        .toList();
        Header header = new Header(session, heads, feedback);
        out.append(SessionFile.header(header, signer.key(), signer::sign)).append('\n');
        writeEvents(session.id(), head.seq(), out);
    }

    /// As they are stored, up to `last`, which is signed.
    private void writeEvents(SessionId session, Seq last, Writer out) throws IOException {
        Seq after = Seq.ZERO;
        while (last.isAfter(after)) {
            int limit = (int) Math.min(READ_AT_ONCE, last.value() - after.value());
            List<LinkedEvent> events = log.readLinked(session, after, limit);
            if (events.isEmpty()) {
                throw new IOException("the session was erased meanwhile");
            }
            for (LinkedEvent event : events) {
                out.append(event.line().text(event.hash())).append('\n');
                after = event.line().seq();
            }
        }
    }

    /// What a reader is told, for the page.
    private void writeLog(
            SessionSummary session, Telling telling, List<Feedback> feedback, Writer out)
            throws IOException {
        out.append(SessionFile.header(telling.of(session), feedback)).append('\n');
        forEach(
                session.id(),
                event -> out.append(MessageCodec.write(telling.of(event))).append('\n'));
    }

    private void writeReplay(
            SessionSummary session, Telling telling, List<Feedback> feedback, Writer out)
            throws IOException {
        new ReplayPage().write(log -> writeLog(session, telling, feedback, log), out);
    }

    private void writeReport(
            SessionSummary session, Telling telling, List<Feedback> feedback, Writer out)
            throws IOException {
        Report report = new Report(session, feedback);
        forEach(session.id(), event -> report.read(telling.of(event)));
        report.write(out);
    }

    private void forEach(SessionId session, Reader reader) throws IOException {
        Seq after = Seq.ZERO;
        List<LoggedEvent> events;
        do {
            events = log.read(session, after, READ_AT_ONCE);
            for (LoggedEvent event : events) {
                reader.read(event);
                after = event.seq();
            }
        } while (events.size() == READ_AT_ONCE);
    }
}
