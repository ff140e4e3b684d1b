package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A process that appends to a few sessions as fast as it can, and says on standard output what is
/// committed, until it is killed or its standard input ends. Meanwhile it makes and erases others,
/// so that the file is being cleaned of them all the time.
final class AppendingProcess {
    static final int SESSIONS = 4;
    private static final PrintStream OUT = new PrintStream(System.out, false, UTF_8);

    private AppendingProcess() {}

    /// What was said to be committed: `SESSION SEQ TEXT`, a line each.
    record Published(SessionId session, Seq seq, String text) {
        static Published parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Published(
                    new SessionId(parts[0]), new Seq(Long.parseLong(parts[1])), parts[2]);
        }

        static String write(SessionId session, LoggedEvent event) {
            return session + " " + event.seq() + " " + said(event);
        }
    }

    static String said(LoggedEvent event) {
        return event.event() instanceof ChatMessage(String text) ? text : "";
    }

    static SessionId session(int number) {
        return new SessionId("session-" + number);
    }

    static Process start(Path folder, Durability durability) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        folder.toString(),
                        durability.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws Exception {
        Database database = Database.open(Path.of(args[0]), Durability.valueOf(args[1]));
        for (int n = 0; n < SESSIONS; n++) {
            SessionId session = session(n);
            if (database.sessions().find(session) == null) {
                database.sessions().create(Logs.session(session), Logs.beginning("Talk"));
            }
            Thread.ofPlatform().daemon().start(() -> appendForEver(database, session));
        }
        Thread.ofPlatform().daemon().start(() -> eraseForEver(database.sessions()));
        while (System.in.read() >= 0) {
            // Whoever started this process is still there.
        }
    }

    private static void appendForEver(Database database, SessionId session) {
        RandomGenerator random = RandomGenerator.getDefault();
        Seq head = database.sessionLog().head(session);
        while (true) {
            List<String> texts = new ArrayList<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                texts.add(UUID.randomUUID() + "x".repeat(random.nextInt(200)));
            }
            List<LoggedEvent> events = Logs.said(head, texts.toArray(String[]::new));
            Logs.append(database.sessionLog(), session, head, events);
            head = events.getLast().seq();
            publish(session, events);
        }
    }

    private static void eraseForEver(Sessions sessions) {
        while (true) {
            SessionId session = Logs.newId();
            sessions.create(Logs.session(session), Logs.beginning("To be erased"));
            sessions.delete(session, Doer.OPERATOR);
            sessions.awaitErased();
        }
    }

    private static void publish(SessionId session, List<LoggedEvent> events) {
        StringBuilder lines = new StringBuilder();
        for (LoggedEvent event : events) {
            lines.append(Published.write(session, event)).append('\n');
        }
        OUT.print(lines);
        OUT.flush();
    }
}
