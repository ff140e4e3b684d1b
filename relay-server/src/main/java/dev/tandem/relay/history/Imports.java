package dev.tandem.relay.history;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Finding.Unproven;
import dev.tandem.protocol.proof.Finding.Unrelated;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.wire.BadFile;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.EventLine;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.protocol.wire.SessionFile.Header;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.LinkedEvent;
import dev.tandem.relay.sessionlog.NewSession;
import dev.tandem.relay.sessionlog.SessionImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes in sessions that were handed on, as ended ones. They keep their ids, since the chain
/// begins with them and heads that people kept are about them. Any thread may call it; each call
/// waits for the database.
public record Imports(Database database) {
    private static final int WRITTEN_AT_ONCE = 250;

    /// A session that was taken in.
    ///
    /// @param hostToken a key to it, as of a session that was made here
    public record Imported(SessionId id, String hostToken) {}

    /// Takes in a file, if its proof fits.
    ///
    /// @param owner the account whose it is from now on; null for nobody's
    /// @return empty if there is such a session already; then nothing has happened
    /// @throws BadFile with the reason why it is not taken; then nothing has happened
    public Optional<Imported> take(byte[] file, @Nullable String owner, Doer by) throws BadFile {
        Look look = look(file);
        SessionSummary session = look.header().session();
        String hostToken = Secrets.newToken();
        SessionImport taking =
                new SessionImport(
                        database,
                        new NewSession(
                                session.id(),
                                owner,
                                session.tags(),
                                null,
                                Secrets.hash(hostToken),
                                List.of()));
        if (!taking.begin()) {
            return Optional.empty();
        }
        try {
            write(file, taking);
            taking.end(look.telling(), look.header().heads(), by);
            return Optional.of(new Imported(session.id(), hostToken));
        } catch (BadFile | RuntimeException e) {
            taking.giveUp();
            throw e;
        }
    }

    private static void write(byte[] file, SessionImport taking) throws BadFile {
        List<LinkedEvent> events = new ArrayList<>();
        SessionFile.walk(
                file,
                null,
                (line, hash) -> {
                    events.add(new LinkedEvent(line, Objects.requireNonNull(hash)));
                    if (events.size() == WRITTEN_AT_ONCE) {
                        taking.add(events);
                        events.clear();
                    }
                });
        if (!events.isEmpty()) {
            taking.add(events);
        }
    }

    /// What a first look at a file found in it.
    ///
    /// @param telling the events that are more than what was written and said
    private record Look(Header header, List<LoggedEvent> telling) {}

    private static Look look(byte[] file) throws BadFile {
        Onlooker onlooker = new Onlooker();
        Finding finding = SessionFile.walk(file, null, onlooker);
        switch (finding) {
            case Unchanged _, Unrelated _ -> {}
            case Changed changed -> throw new BadFile(sentence(changed));
            case Unproven _ ->
                    throw new BadFile(
                            "The file carries no proof, since an older Tandem wrote it; export the"
                                    + " session again with this one.");
        }
        if (!onlooker.ended) {
            throw new BadFile(
                    "The session in the file has not ended; end it, and export it once more.");
        }
        return new Look(Objects.requireNonNull(onlooker.header), onlooker.telling);
    }

    private static String sentence(Changed changed) {
        return changed.seq() == null
                ? "The file is not as its relay wrote it. " + changed.reason()
                : "The file is not as its relay wrote it, from event %s on. %s"
                        .formatted(changed.seq(), changed.reason());
    }

    private static final class Onlooker implements SessionFile.Reader {
        private final List<LoggedEvent> telling = new ArrayList<>();
        private @Nullable Header header;
        private boolean ended;

        @Override
        public void header(Header found) throws BadFile {
            if (!found.session().tags().stream().allMatch(tag -> isUpTo(Limits.TAG_LENGTH, tag))) {
                throw new BadFile("A tag of the session is longer than it can be.");
            }
            header = found;
        }

        /// Of what a list of sessions shows.
        private static boolean hasUsualSizes(RoomEvent event) {
            return switch (event) {
                case SessionCreated(var title, var language, _, _) ->
                        isUpTo(Limits.TITLE_LENGTH, title)
                                && isUpTo(Limits.LANGUAGE_LENGTH, language);
                case SessionUpdated(String title, _) -> isUpTo(Limits.TITLE_LENGTH, title);
                case PeerJoined joined -> isUpTo(Limits.NAME_LENGTH, joined.name());
                case DocumentOpened opened -> isUpTo(Limits.LANGUAGE_LENGTH, opened.language());
                case LanguageChanged(_, var language) -> isUpTo(Limits.LANGUAGE_LENGTH, language);
                case RoomEvent _ -> true;
            };
        }

        private static boolean isUpTo(int codePoints, @Nullable String text) {
            return text == null || text.codePointCount(0, text.length()) <= codePoints;
        }

        private static boolean isOnlySaid(RoomEvent event) {
            return event instanceof CodeUpdate
                    || event instanceof ChatMessage
                    || event instanceof CodeOutput;
        }

        @Override
        public void event(EventLine line, @Nullable ChainHash hash) throws BadMessage, BadFile {
            LoggedEvent event = line.event();
            if (event == null) {
                throw new BadFile("The file was written by a newer Tandem than this one.");
            }
            if (event.seq().value() == 1 != event.event() instanceof SessionCreated) {
                throw new BadFile("The file does not begin as a session does.");
            }
            if (!hasUsualSizes(event.event())) {
                throw new BadFile("Event %s is larger than it can be.".formatted(event.seq()));
            }
            ended |= event.event() instanceof SessionEnded;
            if (!isOnlySaid(event.event())) {
                telling.add(event);
            }
        }
    }
}
