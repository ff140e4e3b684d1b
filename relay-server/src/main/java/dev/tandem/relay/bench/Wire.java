package dev.tandem.relay.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The client's end of one WebSocket (RFC 6455), as lean as it can be: whole text messages, and
/// almost nothing kept between two of them. For the loop's thread.
final class Wire implements Loop.Guest {
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String SWITCHING = "HTTP/1.1 101 ";

    /// What comes by the wire.
    interface Listener {
        void opened();

        /// A text message; the bytes are good until this returns.
        void received(byte[] bytes, int from, int length);

        /// It is over, without having been asked for; `code` is 1006 where there was no word on
        /// why.
        void closed(int code);
    }

    /// What only one wire at a time works with, of all that share a loop.
    static final class Tools {
        private static final int LARGEST = 32 << 20;

        private ByteBuffer in = ByteBuffer.allocate(1 << 18);
        private ByteBuffer out = ByteBuffer.allocate(1 << 16);
        private int mask = 0x5eed;

        ByteBuffer in(byte @Nullable [] rest) {
            int needed = rest == null ? 0 : rest.length;
            if (2 * needed > in.capacity()) {
                in = ByteBuffer.allocate(Math.min(LARGEST, 4 * needed));
            }
            in.clear();
            return rest == null ? in : in.put(rest);
        }

        ByteBuffer out(int length) {
            if (length > out.capacity()) {
                out = ByteBuffer.allocate(2 * length);
            }
            return out.clear();
        }

        int nextMask() {
            mask = 1_664_525 * mask + 1_013_904_223;
            return mask;
        }
    }

    private final Loop loop;
    private final Listener listener;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress relay;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>(1);
    private byte @Nullable [] rest;
    private boolean open;
    private boolean over;

    /// Begins to connect.
    ///
    /// @param receiveBuffer how much the network may take for a reader, in bytes; 0 for the usual
    Wire(Loop loop, InetSocketAddress relay, int receiveBuffer, Listener listener)
            throws IOException {
        this.loop = loop;
        this.relay = relay;
        this.listener = listener;
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        if (receiveBuffer > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        }
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = loop.register(channel, SelectionKey.OP_CONNECT, this);
        channel.connect(relay);
    }

    /// Sends a text message.
    void send(byte[] text, int length) {
        frame(Frame.TEXT, text, length);
    }

    /// From now on nothing is read; what comes stays with the network.
    void stopReading() {
        key.interestOps(key.interestOps() & ~SelectionKey.OP_READ);
    }

    /// Closes without a word.
    void close() {
        over = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }

    @Override
    public void ready() {
        try {
            if (key.isConnectable()) {
                connected();
            }
            if (key.isValid() && key.isWritable()) {
                write();
            }
            if (key.isValid() && key.isReadable()) {
                read();
            }
        } catch (IOException e) {
            end(Frame.LOST);
        }
    }

    private void connected() throws IOException {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        unsent.add(ByteBuffer.wrap(request().replace("\n", "\r\n").getBytes(ISO_8859_1)));
        write();
    }

    private String request() {
        return """
        GET /api/v1/room HTTP/1.1
        Host: %s:%d
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGFuZGVtIGJlbmNoIGtleQ==
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Protocol: tandem.v1

        """
                .formatted(relay.getHostString(), relay.getPort());
    }

    private void read() throws IOException {
        ByteBuffer in = loop.tools().in(rest);
        rest = null;
        if (channel.read(in) < 0) {
            end(Frame.LOST);
            return;
        }
        in.flip();
        if (!open) {
            readHead(in);
        }
        while (open && !over && Frame.isWhole(in)) {
            take(Frame.read(in));
        }
        if (!over && in.hasRemaining()) {
            rest = new byte[in.remaining()];
            in.get(rest);
        }
    }

    private void readHead(ByteBuffer in) {
        String head = ISO_8859_1.decode(in.duplicate()).toString();
        int end = head.indexOf(END_OF_HEAD);
        if (end >= 0 && !head.startsWith(SWITCHING)) {
            end(Frame.REFUSED);
        } else if (end >= 0) {
            in.position(in.position() + end + END_OF_HEAD.length());
            open = true;
            listener.opened();
        }
    }

    private void take(Frame frame) {
        switch (frame.opcode) {
            case Frame.TEXT -> listener.received(frame.bytes, frame.from, frame.length);
            case Frame.PING -> frame(Frame.PONG, frame.copy(), frame.length);
            case Frame.PONG -> {}
            default -> end(frame.closeCode());
        }
    }

    private void end(int code) {
        if (!over) {
            close();
            listener.closed(code);
        }
    }

    private void frame(int opcode, byte[] payload, int length) {
        if (over) {
            return;
        }
        ByteBuffer frame = loop.tools().out(length + Frame.LONGEST_HEADER);
        Frame.write(frame, opcode, payload, length, loop.tools().nextMask());
        try {
            if (unsent.isEmpty()) {
                channel.write(frame);
            }
            if (frame.hasRemaining()) {
                byte[] copy = new byte[frame.remaining()];
                frame.get(copy);
                unsent.add(ByteBuffer.wrap(copy));
                key.interestOps(key.interestOps() | SelectionKey.OP_WRITE);
            }
        } catch (IOException e) {
            end(Frame.LOST);
        }
    }

    private void write() throws IOException {
        while (!unsent.isEmpty()) {
            channel.write(unsent.getFirst());
            if (unsent.getFirst().hasRemaining()) {
                key.interestOps(key.interestOps() | SelectionKey.OP_WRITE);
                return;
            }
            unsent.removeFirst();
        }
        key.interestOps(key.interestOps() & ~SelectionKey.OP_WRITE);
    }
}
