package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.RelayKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/// Signs with the relay's own key. It lies in the database, so that it is in every backup, and
/// nobody but the owner of the data folder can read it. Any thread.
public final class RelaySigner {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final RelayKey key;

    private RelaySigner(PrivateKey secret, RelayKey key) {
        this.secret = secret;
        this.key = key;
    }

    /// Makes a key, for the first time and for ever.
    static void make(Connection connection) throws SQLException {
        KeyPair pair = newPair();
        Sql.update(
                connection,
                "INSERT INTO relay_key (secret, shown) VALUES (?, ?)",
                pair.getPrivate().getEncoded(),
                HexFormat.of().parseHex(RelayKey.of(pair.getPublic()).hex()));
    }

    static RelaySigner read(Connection connection) throws SQLException {
        RelaySigner signer =
                Sql.first(
                        connection,
                        "SELECT secret, shown FROM relay_key",
                        row ->
                                new RelaySigner(
                                        secret(row.getBytes(1)),
                                        new RelayKey(HexFormat.of().formatHex(row.getBytes(2)))));
        if (signer == null) {
            throw new StorageFailure("the relay's key is missing");
        }
        return signer;
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static PrivateKey secret(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("the relay's key cannot be read");
        }
    }

    public RelayKey key() {
        return key;
    }

    /// The signature of a text in UTF-8, 128 hexadecimal digits.
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the relay's key was read as one", e);
        }
    }

    Head sign(SessionId session, Seq seq, ChainHash hash, long at) {
        return new Head(seq, hash, at, key, sign(Head.signedText(session, seq, hash, at)));
    }
}
