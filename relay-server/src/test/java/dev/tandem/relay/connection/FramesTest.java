package dev.tandem.relay.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.TestRelay;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Frames that no library would write.
class FramesTest {
    private static final int LAST_TEXT = 0x80 | RawClient.TEXT;
    private static final int FIRST_TEXT = RawClient.TEXT;
    private static final int CONTINUED = 0;

    @TempDir static Path folder;
    private static TestRelay relay;
    private RawClient client;

    @BeforeAll
    static void start() throws Exception {
        relay = TestRelay.start(folder);
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    @BeforeEach
    void join() throws Exception {
        client = new RawClient(relay.address());
        client.handshake("/api/v1/room");
        client.sendText(
                "{\"type\":\"join_room\",\"payload\":{\"hostToken\":\"%s\",\"name\":\"Ada\"}}"
                        .formatted(relay.createSession().hostToken()));
        client.await(RawClient.TEXT);
    }

    @AfterEach
    void leave() throws Exception {
        client.close();
    }

    @Test
    void textThatIsNoUtf8() throws Exception {
        client.send(RawClient.TEXT, new byte[] {(byte) 0xc3, 0x28});

        assertThat(client.await(RawClient.CLOSE).closeCode()).isEqualTo(1007);
    }

    @Test
    void aFrameWithoutAMask() throws Exception {
        client.write(new byte[] {(byte) LAST_TEXT, 2, '{', '}'});

        assertThat(client.await(RawClient.CLOSE).closeCode()).isEqualTo(1002);
    }

    @Test
    void aFrameThatIsGoingToBeTooLarge() throws Exception {
        client.frame(LAST_TEXT, new byte[0], Integer.MAX_VALUE);

        assertThat(client.await(RawClient.CLOSE).closeCode()).isEqualTo(1009);
    }

    @Test
    void aFrameWithALengthThatNothingHas() throws Exception {
        client.frame(LAST_TEXT, new byte[0], Long.MIN_VALUE);

        assertThat(client.await(RawClient.CLOSE).closeCode()).isEqualTo(1009);
    }

    @Test
    void aMessageByteByByte() throws Exception {
        byte[] ping = "{\"type\":\"ping\",\"payload\":{\"t\":7}}".getBytes(UTF_8);
        for (int i = 0; i < ping.length; i++) {
            boolean last = i == ping.length - 1;
            int opcode = i == 0 ? FIRST_TEXT : CONTINUED;
            client.frame(last ? 0x80 | opcode : opcode, new byte[] {ping[i]}, 1);
        }

        assertThat(client.await(RawClient.TEXT).text()).contains("pong");
    }

    @Test
    void aPingIsAnsweredAmidAMessage() throws Exception {
        client.frame(FIRST_TEXT, new byte[] {'{'}, 1);
        client.send(RawClient.PING, new byte[] {42});

        assertThat(client.await(RawClient.PONG).payload().get()).isEqualTo((byte) 42);
    }
}
