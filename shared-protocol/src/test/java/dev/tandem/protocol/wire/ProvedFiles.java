package dev.tandem.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Chain;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.RelayKey;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.wire.SessionFile.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Files with a proof, as a relay with a key of its own writes them.
final class ProvedFiles {
    static final SessionId SESSION = new SessionId("s-1");
    static final long AT = 1_700_000_000_000L;
    private static final ParticipantId ADA = new ParticipantId("ada \"the\" first");

    private final KeyPair pair = newPair();
    final RelayKey key = RelayKey.of(pair.getPublic());
    private final List<Head> heads = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private ChainHash link = Chain.root(SESSION);

    /// Every type of event; signed in the middle and at the end.
    static ProvedFiles ofEveryEvent() {
        ProvedFiles files = new ProvedFiles();
        List<RoomEvent> events = MessageCodecTest.events().toList();
        for (int i = 0; i < events.size(); i++) {
            files.add(logged(i + 1, events.get(i)));
            if (i == 7 || i == events.size() - 1) {
                files.sign();
            }
        }
        return files;
    }

    static LoggedEvent logged(long seq, RoomEvent event) {
        return new LoggedEvent(
                new Seq(seq),
                AT + seq,
                seq % 3 == 0 ? null : ADA,
                seq % 2 == 0 ? null : new CommandId(seq),
                event);
    }

    void add(LoggedEvent event) {
        EventLine line = EventLine.of(event);
        link = Chain.next(link, line.text());
        lines.append(line.text(link)).append('\n');
        seq = event.seq();
    }

    private Seq seq = Seq.ZERO;

    Head sign() {
        long at = AT + 60_000 + seq.value();
        Head head = new Head(seq, link, at, key, sign(Head.signedText(SESSION, seq, link, at)));
        heads.add(head);
        return head;
    }

    List<Head> heads() {
        return heads;
    }

    byte[] json() {
        SessionSummary session =
                new SessionSummary(
                        SESSION,
                        new SessionFacts(
                                "Größe \"x\"", SessionStatus.ENDED, AT, AT, AT + 9, null, 60),
                        "python",
                        List.of(new Person("Ada", Role.INTERVIEWER)),
                        List.of("tag"));
        return (SessionFile.header(new Header(session, heads), key, this::sign) + "\n" + lines)
                .getBytes(UTF_8);
    }

    byte[] packed() {
        return pack(json());
    }

    static byte[] pack(byte[] json) {
        try {
            var out = new ByteArrayOutputStream();
            var gzip = new GZIPOutputStream(out);
            gzip.write(json);
            gzip.finish();
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
            out.write(Packing.end(sum));
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
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
