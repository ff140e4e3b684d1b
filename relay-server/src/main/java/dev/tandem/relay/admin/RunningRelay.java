package dev.tandem.relay.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The relay that runs on a data folder, for one order.
public final class RunningRelay implements AutoCloseable {
    private final SocketChannel channel;

    private RunningRelay(SocketChannel channel) {
        this.channel = channel;
    }

    /// Empty if none takes orders there.
    public static Optional<RunningRelay> on(Path folder) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(folder.resolve(AdminSocket.NAME)));
                return Optional.of(new RunningRelay(channel));
            } catch (IOException | RuntimeException e) {
                channel.close();
                return Optional.empty();
            }
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /// Gives an order, and waits until it is carried out.
    ///
    /// @return the lines that were asked for; empty for none
    /// @throws OrderFailure with the relay's sentence, if it is not
    public String order(String word, String about) throws OrderFailure {
        try (BufferedReader in = new BufferedReader(Channels.newReader(channel, UTF_8));
                Writer out = Channels.newWriter(channel, UTF_8)) {
            out.write(word + " " + about + "\n");
            out.flush();
            @Nullable String answer = in.readLine();
            if (answer == null) {
                throw new OrderFailure("The relay ended meanwhile.");
            }
            if (!answer.equals(AdminSocket.OK)) {
                throw new OrderFailure(answer.substring(AdminSocket.FAILED.length()));
            }
            return in.readAllAsString();
        } catch (IOException e) {
            throw new OrderFailure("The relay does not answer: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
