package dev.tandem.relay.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.relay.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;

/// A client that writes its frames by hand, and so can write wrong ones. Reading gives up when
/// nothing comes for too long.
public final class RawClient implements AutoCloseable {
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;

    /// A frame that came; the payload is to be read once.
    public record Frame(int opcode, ByteBuffer payload) {
        public String text() {
            return UTF_8.decode(payload).toString();
        }

        public int closeCode() {
            return payload.getShort() & 0xffff;
        }
    }

    private final Socket socket;
    private final DataInputStream in;

    public RawClient(URI relay) throws IOException {
        this(relay, 1 << 16);
    }

    /// Takes about so many bytes from the network before anyone reads them.
    public RawClient(URI relay, int receiveBufferBytes) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(receiveBufferBytes);
        socket.connect(new InetSocketAddress(relay.getHost(), relay.getPort()));
        socket.setSoTimeout(Math.toIntExact(Eventually.DEADLINE.toMillis()));
        in = new DataInputStream(socket.getInputStream());
    }

    /// Asks for an upgrade, with more header lines if given, and returns the status of the answer.
    public int handshake(String path, String... headers) throws IOException {
        String request =
                """
                GET %s HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13
                """
                        .formatted(path);
        for (String header : headers) {
            request += header + "\n";
        }
        write((request + "\n").replace("\n", "\r\n").getBytes(UTF_8));
        return readStatus();
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// Says that nothing more is going to be written.
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    public int readStatus() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return Integer.parseInt(head.toString(UTF_8).split(" ", 3)[1]);
    }

    public void send(int opcode, byte[] payload) throws IOException {
        frame(LAST | opcode, payload, payload.length);
    }

    public void sendText(String text) throws IOException {
        send(TEXT, text.getBytes(UTF_8));
    }

    /// Writes a frame that says it has `length` bytes, whatever it has.
    public void frame(int firstByte, byte[] payload, long length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) firstByte);
        if (length >= 0 && length < 126) {
            frame.put((byte) (MASKED | length));
        } else if (length >= 0 && length < 1 << 16) {
            frame.put((byte) (MASKED | 126)).putShort((short) length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(length);
        }
        frame.putInt(0).put(payload); // masked with zeros
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        write(bytes);
    }

    public Frame read() throws IOException {
        int opcode = in.readByte() & 0x0f;
        int length = in.readByte() & 0x7f;
        long actual =
                switch (length) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> in.readLong();
                    default -> length;
                };
        byte[] payload = new byte[Math.toIntExact(actual)];
        in.readFully(payload);
        return new Frame(opcode, ByteBuffer.wrap(payload));
    }

    /// Reads on until a frame of this kind comes.
    public Frame await(int opcode) throws IOException {
        Frame frame = read();
        while (frame.opcode() != opcode) {
            frame = read();
        }
        return frame;
    }

    /// Reads until the other side closes the connection.
    public void awaitEnd() throws IOException {
        byte[] bytes = new byte[1 << 16];
        try {
            while (in.read(bytes) >= 0) {
                // it is of no interest
            }
        } catch (SocketException e) {
            // that is what was waited for
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
