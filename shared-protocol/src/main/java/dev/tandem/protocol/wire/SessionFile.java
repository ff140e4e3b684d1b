package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.proof.RelayKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A session as a file: a header and then every event, each a JSON object on its line. A `.tandem`
/// file is the same, packed ([Packing]). Any thread.
public final class SessionFile {
    /// How many bytes a file may have.
    public static final int LARGEST = 64 << 20;

    /// The end of a header that proves something; the signature goes over all that stands before.
    static final String SIGNATURE = ",\"signature\":\"";

    private static final String TYPE = "tandem_session";
    static final int VERSION = 1;

    private SessionFile() {}

    /// What a file begins with.
    ///
    /// @param heads what relays signed, in their order; none where nothing is proved
    /// @param feedback what interviewers wrote; none where it is not told. It is not read again.
    public record Header(SessionSummary session, List<Head> heads, List<Feedback> feedback) {
        public Header {
            heads = List.copyOf(heads);
            feedback = List.copyOf(feedback);
        }

        public Header(SessionSummary session, List<Head> heads) {
            this(session, heads, List.of());
        }
    }

    /// All of a file.
    ///
    /// @param events those of a type that is known here, up to where the file can be read
    /// @param finding whether it is what the relay wrote
    public record Content(Header header, List<LoggedEvent> events, Finding finding) {
        public Content {
            events = List.copyOf(events);
        }
    }

    /// Is told what is in a file.
    public interface Reader {
        default void header(Header header) throws BadFile {}

        /// An event, in the order of the file.
        ///
        /// @param hash its link of the chain; null in a file that proves nothing
        void event(EventLine line, @Nullable ChainHash hash) throws BadMessage, BadFile;
    }

    /// The first line of a file that proves what it says.
    ///
    /// @param header whose last head is that of the last event in the file
    /// @param key of the relay that writes it
    /// @param sign signs a text with this key
    public static String header(Header header, RelayKey key, UnaryOperator<String> sign) {
        ObjectNode node = plainHeader(header.session(), header.feedback());
        node.set("heads", Json.array(header.heads(), HeadCodec::write));
        node.put("key", key.hex());
        String text = Json.write(node);
        String signed = text.substring(0, text.length() - 1);
        return signed + SIGNATURE + sign.apply(signedText(signed)) + "\"}";
    }

    /// The first line of a file that proves nothing.
    public static String header(SessionSummary session) {
        return header(session, List.of());
    }

    /// The same, which tells what interviewers wrote.
    public static String header(SessionSummary session, List<Feedback> feedback) {
        return Json.write(plainHeader(session, feedback));
    }

    private static ObjectNode plainHeader(SessionSummary session, List<Feedback> feedback) {
        ObjectNode node = Json.object().put("type", TYPE).put("version", VERSION);
        node.set("session", SessionCodec.write(session));
        if (!feedback.isEmpty()) {
            node.set("feedback", Json.array(feedback, FeedbackCodec::writeToHandOn));
        }
        return node;
    }

    static boolean isHeader(Fields f) throws BadMessage {
        return f.has("type") && f.text("type").equals(TYPE);
    }

    /// Reads the first line of a file, without checking what it proves.
    ///
    /// @throws BadMessage if it is none, or of a version that is not known here
    public static SessionSummary readHeader(String line) throws BadMessage {
        Fields f = new Fields(Json.parse(line));
        if (!isHeader(f) || f.integer("version") != VERSION) {
            throw BadMessage.field("type", TYPE + " of version " + VERSION);
        }
        return SessionCodec.readSummary(f.object("session"));
    }

    /// What is signed of a header.
    ///
    /// @param header the line up to its signature
    static String signedText(String header) {
        return "tandem-file-v1\n" + header;
    }

    /// Reads a whole file.
    ///
    /// @throws BadFile if it is no such file, or larger than what is taken
    public static Content read(byte[] file) throws BadFile {
        List<Header> headers = new ArrayList<>();
        List<LoggedEvent> events = new ArrayList<>();
        Finding finding =
                walk(
                        file,
                        null,
                        new Reader() {
                            @Override
                            public void header(Header header) {
                                headers.add(header);
                            }

                            @Override
                            public void event(EventLine line, @Nullable ChainHash hash)
                                    throws BadMessage {
                                LoggedEvent event = line.event();
                                if (event != null) {
                                    events.add(event);
                                }
                            }
                        });
        return new Content(headers.getFirst(), events, finding);
    }

    /// Whether a file is what its relay wrote.
    ///
    /// @param kept what somebody wrote down; null for nothing
    /// @throws BadFile if it is no such file, or larger than what is taken
    public static Finding check(byte[] file, @Nullable KeptHead kept) throws BadFile {
        return walk(file, kept, (_, _) -> {});
    }

    /// Reads a file from its beginning to its end, or to where it cannot be read, and checks it
    /// meanwhile. It holds no more than a line of it.
    ///
    /// @param kept what somebody wrote down; null for nothing
    /// @throws BadFile if it is no such file, or larger than what is taken
    public static Finding walk(byte[] file, @Nullable KeptHead kept, Reader reader) throws BadFile {
        SessionFileReader lines = new SessionFileReader(kept, reader);
        return lines.read(file);
    }
}
