package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.RelayKey;

/// Signed heads, in messages and in files.
final class HeadCodec {
    private HeadCodec() {}

    static ObjectNode write(Head head) {
        return Json.object()
                .put("seq", head.seq().value())
                .put("hash", head.hash().hex())
                .put("at", head.at())
                .put("signature", head.signature())
                .put("key", head.key().hex());
    }

    static Head read(Fields f) throws BadMessage {
        String hash = f.text("hash");
        if (!ChainHash.isValid(hash)) {
            throw BadMessage.field("hash", "64 hexadecimal digits");
        }
        return new Head(
                f.seq("seq"), new ChainHash(hash), f.integer("at"), key(f), f.text("signature"));
    }

    static RelayKey key(Fields f) throws BadMessage {
        String key = f.text("key");
        if (!RelayKey.isValid(key)) {
            throw BadMessage.field("key", "64 hexadecimal digits");
        }
        return new RelayKey(key);
    }
}
