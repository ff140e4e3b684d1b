package dev.tandem.desktop.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A way to a relay on which one thing that the relay says can be changed.
final class Meddler implements AutoCloseable {
    private final ServerSocket end;
    private final int relayPort;
    private String said = "";
    private String heard = "";

    Meddler(int relayPort) {
        this.relayPort = relayPort;
        try {
            end = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return end.getLocalPort();
    }

    /// The next time that the relay says the one, the other is heard, which is as long.
    synchronized void change(String said, String heard) {
        this.said = said;
        this.heard = heard;
    }

    private synchronized String changed(String text) {
        int at = said.isEmpty() ? -1 : text.indexOf(said);
        if (at < 0) {
            return text;
        }
        String changed = text.substring(0, at) + heard + text.substring(at + said.length());
        said = "";
        return changed;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = end.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), relayPort);
                Thread.ofVirtual().start(() -> carry(near, far, false));
                Thread.ofVirtual().start(() -> carry(far, near, true));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void carry(Socket from, Socket to, boolean meddling) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                String text = new String(chunk, 0, n, ISO_8859_1);
                out.write((meddling ? changed(text) : text).getBytes(ISO_8859_1));
            }
        } catch (IOException _) {
            // either side is gone, and so is the other now
        }
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
