package dev.tandem.relay.coderun.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes that come bit by bit, as text. What is no UTF-8 becomes U+FFFD; a character whose bytes
/// are not all there yet waits for them. For one thread.
public final class Utf8Decoder {
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] waiting = new byte[0];

    /// The text that is certain now.
    public String decode(byte[] bytes, int length) {
        return decode(bytes, length, false);
    }

    /// What there still was: at most one character, which is not whole.
    public String finish() {
        return decode(new byte[0], 0, true);
    }

    private String decode(byte[] bytes, int length, boolean last) {
        ByteBuffer in = ByteBuffer.allocate(waiting.length + length);
        in.put(waiting).put(bytes, 0, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1); // no character is shorter
        decoder.decode(in, out, last);
        waiting = new byte[in.remaining()];
        in.get(waiting);
        return out.flip().toString();
    }
}
