package dev.tandem.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Finding.Unproven;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.proof.LogCheck;
import dev.tandem.protocol.wire.EventLine.Linked;
import dev.tandem.protocol.wire.SessionFile.Header;
import dev.tandem.protocol.wire.SessionFile.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one file, line by line. For one thread.
final class SessionFileReader {
    private static final int MOST_EVENTS = 1_000_000;
    private static final String NO_FILE =
            "This is no session's file of Tandem, or its first line is damaged.";

    private final @Nullable KeptHead kept;
    private final Reader reader;
    private @Nullable LogCheck check;
    private boolean proves;
    private @Nullable Changed badHeader;
    private boolean begun;
    private int events;

    SessionFileReader(@Nullable KeptHead kept, Reader reader) {
        this.kept = kept;
        this.reader = reader;
    }

    Finding read(byte[] file) throws BadFile {
        if (file.length > SessionFile.LARGEST) {
            throw tooLarge();
        }
        FileLines lines = new FileLines(this::line);
        boolean whole = Packing.isPacked(file) ? Packing.unpack(file, lines) : lines.all(file);
        lines.end();
        if (!begun) {
            throw new BadFile(NO_FILE);
        }
        return finding(whole, Packing.isPacked(file) && !Packing.isAsWritten(file));
    }

    static BadFile tooLarge() {
        return new BadFile("The file is larger than a session can be.");
    }

    private Finding finding(boolean whole, boolean repacked) {
        if (check == null || !proves) {
            return badHeader == null ? new Unproven() : badHeader;
        }
        if (!whole) {
            check.unreadable("From here on the file is damaged.");
        }
        Finding found = badHeader == null ? check.end() : badHeader;
        return repacked && found instanceof Unchanged
                ? new Changed(
                        null,
                        null,
                        "How the file is packed was changed; what is in it is what the relay"
                                + " wrote.")
                : found;
    }

    /// Takes a line.
    ///
    /// @return whether to go on
    private boolean line(byte[] bytes, int length) throws BadFile {
        String line;
        try {
            line = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException _) {
            return begun ? unreadable() : none();
        }
        if (!begun) {
            begin(line);
            return true;
        }
        events++;
        if (events > MOST_EVENTS) {
            throw new BadFile("The file has more events than a session can have.");
        }
        try {
            event(line);
            return true;
        } catch (BadMessage _) {
            return unreadable();
        }
    }

    private static boolean none() throws BadFile {
        throw new BadFile(NO_FILE);
    }

    private boolean unreadable() {
        if (check != null) {
            check.unreadable("Its line is not one that a relay writes.");
        }
        return false;
    }

    private void begin(String line) throws BadFile {
        try {
            Fields f = new Fields(Json.parse(line));
            if (!SessionFile.isHeader(f)) {
                throw new BadFile(NO_FILE);
            }
            if (f.integer("version") != SessionFile.VERSION) {
                throw new BadFile("The file was written by a newer Tandem than this one.");
            }
            proves = f.has("heads") || f.has("key") || f.has("signature");
            Header header =
                    new Header(
                            SessionCodec.readSummary(f.object("session")),
                            proves ? f.objects("heads", HeadCodec::read) : List.of());
            check = new LogCheck(header.session().id(), header.heads(), kept, true);
            if (proves && !isSigned(line, f)) {
                badHeader =
                        new Changed(
                                null,
                                null,
                                "Its first line, with the title, the people and the signatures, is"
                                        + " not what the relay wrote.");
            }
            begun = true;
            reader.header(header);
        } catch (BadMessage _) {
            throw new BadFile(NO_FILE);
        }
    }

    private static boolean isSigned(String line, Fields f) throws BadMessage {
        String signature = f.text("signature");
        String end = SessionFile.SIGNATURE + signature + "\"}";
        return line.endsWith(end)
                && HeadCodec.key(f)
                        .signed(
                                SessionFile.signedText(
                                        line.substring(0, line.length() - end.length())),
                                signature);
    }

    private void event(String line) throws BadMessage, BadFile {
        if (!proves) {
            LoggedEvent event = ServerMessageCodec.readEvent(new Fields(Json.parse(line)));
            if (event != null) {
                reader.event(EventLine.of(event), null);
            }
            return;
        }
        Linked linked = EventLine.read(line);
        EventLine event = linked.line();
        if (check != null) {
            check.event(event.seq(), event.at(), event.text(), linked.hash());
        }
        reader.event(event, linked.hash());
    }
}
