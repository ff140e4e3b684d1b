package dev.tandem.desktop.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A network cable on the loopback interface: what connects to its end is carried to a relay, until
/// someone cuts it. Any thread.
public final class Cable implements AutoCloseable {
    private static final int CHUNK_BYTES = 16 * 1024;

    // Systems give away ports above these by themselves, and so could one that was unplugged.
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final int TRIES = 100;
    private static final int BACKLOG = 50;
    private static final Duration FREE_WITHIN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final int relayPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket plug;
    private boolean jammed;

    /// @param relayPort where the relay listens
    public Cable(int relayPort) {
        this.relayPort = relayPort;
        port = plugInSomewhere();
    }

    /// Where to connect to.
    public int port() {
        return port;
    }

    /// Breaks off what is connected, and refuses whoever tries to connect.
    public synchronized void cut() {
        if (plug != null) {
            closeQuietly(plug);
            plug = null;
        }
        sockets.forEach(Cable::closeQuietly);
        sockets.clear();
    }

    /// Nothing gets through any more, though nothing breaks off.
    public synchronized void jam() {
        jammed = true;
    }

    /// What was cut or jammed works again; what was stuck goes on.
    public synchronized void mend() {
        if (plug == null) {
            plugInAgain();
        }
        jammed = false;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        cut();
        jammed = false;
        notifyAll();
    }

    private int plugInSomewhere() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int i = 0; i < TRIES; i++) {
            int somewhere = FIRST_PORT + random.nextInt(PORTS);
            try {
                plugIn(somewhere);
                return somewhere;
            } catch (UncheckedIOException _) {
                // taken; there are more
            }
        }
        throw new IllegalStateException("no free port in %d tries".formatted(TRIES));
    }

    // Whoever waits in accept keeps the closed socket for a moment more: until then the port is not
    // free, though we have let go of it.
    private void plugInAgain() {
        Instant end = Instant.now().plus(FREE_WITHIN);
        while (true) {
            try {
                plugIn(port);
                return;
            } catch (UncheckedIOException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private synchronized void plugIn(int wanted) {
        ServerSocket socket = bound(wanted);
        plug = socket;
        // Under a virtual thread a socket that is closed would listen for a while longer.
        Thread.ofPlatform().daemon().name("cable").start(() -> accept(socket));
    }

    private static ServerSocket bound(int wanted) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            return new ServerSocket(wanted, BACKLOG, loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                connect(from.accept());
            }
        } catch (IOException _) {
            // cut
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), relayPort);
            if (keep(near, far)) {
                carry(near, far);
                carry(far, near);
            }
        } catch (IOException _) {
            closeQuietly(near); // no relay, no connection
        }
    }

    private synchronized boolean keep(Socket near, Socket far) {
        if (plug == null) {
            closeQuietly(near);
            closeQuietly(far);
            return false;
        }
        sockets.add(near);
        sockets.add(far);
        return true;
    }

    private void carry(Socket from, Socket to) {
        Thread.ofVirtual()
                .start(() -> {
                    try (from;
                            to) {
                        carryAll(from.getInputStream(), to.getOutputStream());
                    } catch (IOException _) {
                        // either side is gone, and so is the other now
                    } finally {
                        sockets.remove(from);
                        sockets.remove(to);
                    }
                });
    }

    private void carryAll(InputStream from, OutputStream to) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
            awaitClear();
            to.write(chunk, 0, n);
        }
    }

    private synchronized void awaitClear() throws IOException {
        try {
            while (jammed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // it is closed as far as it goes
        }
    }
}
