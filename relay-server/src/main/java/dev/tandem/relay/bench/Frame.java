package dev.tandem.relay.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// One frame of a WebSocket (RFC 6455, section 5.2). The relay's are whole messages and not masked,
/// the client's are masked.
///
/// The payload of one that was read is `length` bytes at `from` of `bytes`.
final class Frame {
    static final int TEXT = 1;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LONGEST_HEADER = 14;

    /// There was no word on why a connection ended.
    static final int LOST = 1006;

    /// There was no WebSocket at all.
    static final int REFUSED = 0;

    private static final int CLOSE = 8;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int BROKEN = 1002;

    final int opcode;
    final byte[] bytes;
    final int from;
    final int length;

    private Frame(int opcode, byte[] bytes, int from, int length) {
        this.opcode = opcode;
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    /// Whether a whole frame is there to be read.
    static boolean isWhole(ByteBuffer in) {
        if (in.remaining() < 2 || in.remaining() < headerLength(in)) {
            return false;
        }
        return in.remaining() - headerLength(in) >= payloadLength(in);
    }

    /// Takes the frame from a buffer that has an array behind it.
    static Frame read(ByteBuffer in) {
        int first = in.get(in.position());
        int length = (int) payloadLength(in);
        int from = in.position() + headerLength(in);
        in.position(from + length);
        boolean whole = (first & LAST) != 0;
        return new Frame(whole ? first & 0x0f : 0, in.array(), in.arrayOffset() + from, length);
    }

    /// Writes a whole message, and makes `out` ready to be read.
    static void write(ByteBuffer out, int opcode, byte[] payload, int length, int mask) {
        out.put((byte) (LAST | opcode));
        if (length < SHORT) {
            out.put((byte) (MASKED | length));
        } else if (length < 1 << Short.SIZE) {
            out.put((byte) (MASKED | SHORT)).putShort((short) length);
        } else {
            out.put((byte) (MASKED | LONG)).putLong(length);
        }
        out.putInt(mask);
        for (int i = 0; i < length; i++) {
            out.put((byte) (payload[i] ^ (mask >> (Byte.SIZE * (3 - i % 4)))));
        }
        out.flip();
    }

    /// What a close frame says; what is no frame that the relay sends is broken.
    int closeCode() {
        if (opcode != CLOSE) {
            return BROKEN;
        }
        return length < Short.BYTES
                ? LOST
                : ByteBuffer.wrap(bytes, from, length).getShort() & 0xffff;
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    private static int headerLength(ByteBuffer in) {
        return switch (in.get(in.position() + 1)) {
            case SHORT -> 2 + Short.BYTES;
            case LONG -> 2 + Long.BYTES;
            default -> 2;
        };
    }

    private static long payloadLength(ByteBuffer in) {
        int length = in.get(in.position() + 1);
        return switch (length) {
            case SHORT -> in.getShort(in.position() + 2) & 0xffff;
            case LONG -> in.getLong(in.position() + 2);
            default -> length;
        };
    }
}
