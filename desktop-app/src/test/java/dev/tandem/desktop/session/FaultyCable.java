package dev.tandem.desktop.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// A cable to a relay that alters one character of what the relay says, once it is told to: the
/// first `~5` comes out as `~6`. (As a frame's head this would be one of more than 13,000 bytes,
/// and nobody says so much here.) Any thread.
final class FaultyCable implements AutoCloseable {
    private final ServerSocket plug;
    private final int relayPort;
    private final AtomicBoolean faulty = new AtomicBoolean();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    FaultyCable(int relayPort) {
        this.relayPort = relayPort;
        try {
            plug = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("faulty cable").start(this::accept);
    }

    int port() {
        return plug.getLocalPort();
    }

    /// Alters the next one, and no other.
    void alterOnce() {
        faulty.set(true);
    }

    private void accept() {
        try {
            while (true) {
                Socket near = plug.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), relayPort);
                sockets.add(near);
                sockets.add(far);
                carry(near, far, false);
                carry(far, near, true);
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void carry(Socket from, Socket to, boolean fromRelay) {
        Thread.ofVirtual()
                .start(() -> {
                    try (from;
                            to) {
                        carryAll(from.getInputStream(), to.getOutputStream(), fromRelay);
                    } catch (IOException _) {
                        // either side is gone, and so is the other now
                    }
                });
    }

    private void carryAll(InputStream from, OutputStream to, boolean fromRelay) throws IOException {
        byte[] chunk = new byte[16 * 1024];
        byte before = 0;
        for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
            for (int i = 0; fromRelay && i < n; i++) {
                if (before == '~' && chunk[i] == '5' && faulty.compareAndSet(true, false)) {
                    chunk[i] = '6';
                }
                before = chunk[i];
            }
            to.write(chunk, 0, n);
        }
    }

    @Override
    public void close() {
        try {
            plug.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
