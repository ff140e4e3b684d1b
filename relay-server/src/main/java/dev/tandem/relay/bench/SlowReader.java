package dev.tandem.relay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.wire.MessageCodec;
import java.io.IOException;

/// Somebody who comes in and then never reads. For the loop's thread.
final class SlowReader implements Wire.Listener {
    /// As little as a system lets the network take for a reader.
    private static final int RECEIVE_BUFFER = 4 * 1024;

    private final Crowd crowd;
    private final JoinRoom join;
    private final Wire wire;
    private boolean inside;
    private boolean refused;

    SlowReader(Crowd crowd, JoinRoom join) throws IOException {
        this.crowd = crowd;
        this.join = join;
        wire = crowd.connect(RECEIVE_BUFFER, this);
    }

    /// Whether they came in, or never will.
    boolean isSettled() {
        return inside || refused;
    }

    @Override
    public void opened() {
        byte[] bytes = MessageCodec.write(join).getBytes(UTF_8);
        wire.send(bytes, bytes.length);
    }

    @Override
    public void received(byte[] bytes, int from, int length) {
        inside = true;
        wire.stopReading();
    }

    @Override
    public void closed(int code) {
        refused = true;
        crowd.meter().error("slow reader closed " + code);
    }
}
