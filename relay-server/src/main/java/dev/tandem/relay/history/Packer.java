package dev.tandem.relay.history;

import dev.tandem.protocol.wire.Packing;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPOutputStream;

/// Packs a file as [Packing] wants it.
final class Packer {
    private Packer() {}

    /// Writes what is to be packed.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void pack(OutputStream out, Content content) throws IOException {
        MessageDigest sum = sha256();
        var packed = new GZIPOutputStream(new DigestOutputStream(out, sum), 1 << 13);
        content.writeTo(packed);
        packed.finish();
        out.write(Packing.end(sum.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
