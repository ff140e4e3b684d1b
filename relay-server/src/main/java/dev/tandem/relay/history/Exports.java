package dev.tandem.relay.history;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.relay.sessionlog.SessionLog;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Hands sessions on. A log is read in portions, so that a long one needs no more memory than a
/// short one. Any thread may call it; each call waits for the database.
public record Exports(SessionLog log) {
    private static final int READ_AT_ONCE = 2_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Does something with an event.
    private interface Reader {
        void read(LoggedEvent event) throws IOException;
    }

    /// What a file with the session is called: its day and its title, without what a file system
    /// could object to.
    public static String fileName(SessionSummary session, ExportFormat format) {
        String title =
                session.facts()
                        .title()
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "")
                        .toLowerCase(Locale.ROOT);
        String day = DAY.format(Instant.ofEpochMilli(session.facts().createdAt()));
        return "tandem-%s-%s.%s"
                .formatted(day, title.isEmpty() ? "interview" : title, format.extension());
    }

    /// Writes the session, as far as it has come.
    ///
    /// @param options for a format that is not always whole
    /// @throws IOException if `out` cannot be written
    public void write(
            SessionSummary session, ExportFormat format, ExportOptions options, Writer out)
            throws IOException {
        switch (format) {
            case JSON -> writeLog(session, new Telling(ExportOptions.WHOLE), out);
            case HTML -> writeReplay(session, new Telling(options), out);
            case MD -> writeReport(session, new Telling(options), out);
        }
    }

    private void writeLog(SessionSummary session, Telling telling, Writer out) throws IOException {
        out.append(ApiCodec.writeHeader(telling.of(session))).append('\n');
        forEach(
                session.id(),
                event -> out.append(MessageCodec.write(telling.of(event))).append('\n'));
    }

    private void writeReplay(SessionSummary session, Telling telling, Writer out)
            throws IOException {
        new ReplayPage().write(log -> writeLog(session, telling, log), out);
    }

    private void writeReport(SessionSummary session, Telling telling, Writer out)
            throws IOException {
        Report report = new Report(session);
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
