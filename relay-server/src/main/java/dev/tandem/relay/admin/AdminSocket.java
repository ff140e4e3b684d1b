package dev.tandem.relay.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a relay takes orders of its own computer: a socket in its data folder, which its owner
/// alone can open. An order is a line, a word and what it is about; the answer is `ok` and the
/// lines that were asked for, or `failed` and a sentence for people.
public final class AdminSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminSocket.class);
    static final String NAME = "tandem.sock";
    static final String OK = "ok";
    static final String FAILED = "failed ";

    private final Map<String, Order> orders;
    private final Path path;
    private final @Nullable ServerSocketChannel server;

    private AdminSocket(Path path, Map<String, Order> orders) {
        this.path = path;
        this.orders = orders;
        this.server = open(path);
    }

    /// Takes orders in a folder that belongs to this process alone. Where that is not possible, for
    /// instance because the folder's path is too long for a socket, it says so in the log.
    ///
    /// @param orders by their words
    public static AdminSocket open(Path folder, Map<String, Order> orders) {
        AdminSocket socket = new AdminSocket(folder.resolve(NAME), orders);
        if (socket.server != null) {
            Thread.ofPlatform().name("relay-admin").daemon().start(socket::accept);
        }
        return socket;
    }

    /// One that a killed relay has left is in the way.
    private static @Nullable ServerSocketChannel open(Path path) {
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(path));
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            LOG.warn("No orders are taken while the relay runs: {} ({})", path, e.getMessage());
            return null;
        }
    }

    private void accept() {
        while (server != null && server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().name("relay-order").start(() -> serve(client));
            } catch (IOException e) {
                LOG.debug("No more orders are taken: {}", e.toString());
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                BufferedReader in = new BufferedReader(Channels.newReader(client, UTF_8));
                Writer out = Channels.newWriter(client, UTF_8)) {
            @Nullable String line = in.readLine();
            if (line != null) {
                out.write(answer(line) + "\n");
            }
        } catch (IOException e) {
            LOG.debug("Whoever gave an order is gone: {}", e.toString());
        }
    }

    private String answer(String line) {
        String[] parts = line.split(" ", 2);
        Order order = orders.get(parts[0]);
        if (order == null) {
            return FAILED + "The relay that runs there does not know '" + parts[0] + "'.";
        }
        try {
            String said = order.carryOut(parts.length < 2 ? "" : parts[1]);
            return said.isEmpty() ? OK : OK + "\n" + said.stripTrailing();
        } catch (OrderFailure e) {
            return FAILED + e.getMessage();
        } catch (RuntimeException e) {
            LOG.error("The order {} failed", parts[0], e);
            return FAILED + "Something went wrong in the relay; its log says more.";
        }
    }

    @Override
    public void close() {
        if (server == null) {
            return;
        }
        try (server) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debug("The admin socket was not closed in order: {}", e.toString());
        }
    }
}
