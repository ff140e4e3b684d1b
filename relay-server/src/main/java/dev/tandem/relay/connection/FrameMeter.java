package dev.tandem.relay.connection;

import dev.tandem.protocol.message.CloseCode;
import org.glassfish.grizzly.Buffer;
import org.jspecify.annotations.Nullable;

/// Watches the frames of one connection go by (RFC 6455, section 5.2). It notices a message that is
/// too large as soon as it says so, before any of it is kept, and a client that does not mask its
/// frames. For one thread.
final class FrameMeter {
    private static final int LONGEST_HEADER = 14;
    private static final int MASKED = 0x80;
    private static final int CONTROL = 0x08;

    private final int messageBytes;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int headerLength;
    private long payloadLeft;
    private long messageLength;

    /// @param messageBytes how long a message may be
    FrameMeter(int messageBytes) {
        this.messageBytes = messageBytes;
    }

    /// What the connection has to be closed with after these bytes; null for nothing. Leaves the
    /// buffer as it is.
    @Nullable CloseCode check(Buffer bytes) {
        int at = bytes.position();
        while (at < bytes.limit()) {
            if (payloadLeft > 0) {
                int skipped = (int) Math.min(payloadLeft, bytes.limit() - at);
                payloadLeft -= skipped;
                at += skipped;
            } else {
                header[headerLength++] = bytes.get(at++);
                CloseCode fault = isHeaderWhole() ? begin() : null;
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }

    private boolean isHeaderWhole() {
        return headerLength >= 2 && headerLength == 2 + lengthBytes() + maskBytes();
    }

    private int lengthBytes() {
        return switch (header[1] & 0x7f) {
            case 126 -> Short.BYTES;
            case 127 -> Long.BYTES;
            default -> 0;
        };
    }

    private int maskBytes() {
        return (header[1] & MASKED) == 0 ? 0 : Integer.BYTES;
    }

    private @Nullable CloseCode begin() {
        headerLength = 0;
        payloadLeft = payloadLength();
        if (maskBytes() == 0) {
            return CloseCode.BROKEN_FRAMES;
        }
        int opcode = header[0] & 0x0f;
        if ((opcode & CONTROL) == 0) {
            messageLength = opcode == 0 ? messageLength + payloadLeft : payloadLeft;
        }
        boolean tooLarge = payloadLeft < 0 || messageLength > messageBytes;
        return tooLarge ? CloseCode.TOO_LARGE : null;
    }

    private long payloadLength() {
        long length = 0;
        for (int i = 2; i < 2 + lengthBytes(); i++) {
            length = (length << Byte.SIZE) | (header[i] & 0xff);
        }
        return lengthBytes() == 0 ? header[1] & 0x7f : length;
    }
}
