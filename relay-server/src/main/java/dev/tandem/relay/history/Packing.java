package dev.tandem.relay.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

/// Makes of any text one in letters, digits and the three other signs of base 64, deflated (zlib),
/// while it is written.
final class Packing {
    private Packing() {}

    /// A writer whose text goes to `out` packed; closing it leaves `out` open.
    static Writer into(Writer out) {
        OutputStream base64 = Base64.getEncoder().wrap(new Letters(out));
        return new OutputStreamWriter(new DeflaterOutputStream(base64), UTF_8);
    }

    /// Bytes that are letters, for a writer that stays open.
    private static final class Letters extends OutputStream {
        private final Writer out;

        Letters(Writer out) {
            this.out = out;
        }

        @Override
        public void write(int letter) throws IOException {
            out.write(letter);
        }

        @Override
        public void write(byte[] letters, int from, int length) throws IOException {
            out.write(new String(letters, from, length, ISO_8859_1));
        }
    }
}
