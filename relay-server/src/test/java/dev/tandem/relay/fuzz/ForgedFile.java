package dev.tandem.relay.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Chain;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.RelayKey;
import dev.tandem.protocol.wire.EventLine;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.relay.TestClient;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/// A session that never was, with a proof that fits: a relay of one's own can sign anything.
final class ForgedFile {
    private static final KeyPair PAIR = newPair();
    private static final RelayKey KEY = RelayKey.of(PAIR.getPublic());

    private final SessionSummary session;
    private final List<EventLine> lines = new ArrayList<>();

    /// The same as in an exported file, but for some payloads, and under another id.
    static byte[] of(String exported, SessionId id, Fuzz fuzz, RandomGenerator random)
            throws Exception {
        List<String> lines = exported.lines().toList();
        SessionSummary header = SessionFile.readHeader(lines.getFirst());
        ForgedFile file =
                new ForgedFile(
                        new SessionSummary(
                                id,
                                header.facts(),
                                header.language(),
                                header.participants(),
                                header.tags()));
        for (String line : lines.subList(1, lines.size())) {
            JsonNode event = TestClient.json(line);
            String payload = event.get("payload").toString();
            boolean other = random.nextInt(lines.size()) == 0 && !payload.equals("{}");
            file.add(event, other ? fuzz.otherwise(payload) : payload);
        }
        return file.json();
    }

    private ForgedFile(SessionSummary session) {
        this.session = session;
    }

    private void add(JsonNode event, String payload) {
        lines.add(
                new EventLine(
                        new Seq(event.get("seq").asLong()),
                        event.get("at").asLong(),
                        event.hasNonNull("by") ? new ParticipantId(event.get("by").asText()) : null,
                        event.hasNonNull("id") ? new CommandId(event.get("id").asLong()) : null,
                        event.get("type").asText(),
                        payload));
    }

    private byte[] json() {
        StringBuilder text = new StringBuilder();
        ChainHash link = Chain.root(session.id());
        for (EventLine line : lines) {
            link = Chain.next(link, line.text());
            text.append(line.text(link)).append('\n');
        }
        Seq seq = lines.getLast().seq();
        long at = lines.getLast().at();
        Head head =
                new Head(seq, link, at, KEY, sign(Head.signedText(session.id(), seq, link, at)));
        String header =
                SessionFile.header(
                        new SessionFile.Header(session, List.of(head)), KEY, ForgedFile::sign);
        return (header + "\n" + text).getBytes(UTF_8);
    }

    private static String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(PAIR.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
