package dev.tandem.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CableTest {
    private ServerSocket relay;
    private Cable cable;

    @BeforeEach
    void lay() throws IOException {
        relay = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        cable = new Cable(relay.getLocalPort());
    }

    @AfterEach
    void takeUp() throws IOException {
        cable.close();
        relay.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (Socket near = connect();
                Socket far = relay.accept()) {
            near.getOutputStream().write('a');
            assertThat(far.getInputStream().read()).isEqualTo('a');
            far.getOutputStream().write('b');
            assertThat(near.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void breaksOffAndRefusesUntilItIsMended() throws IOException {
        try (Socket near = connect();
                Socket far = relay.accept()) {
            cable.cut();

            assertThat(ended(near)).isTrue();
            assertThat(ended(far)).isTrue();
            assertThatIOException().isThrownBy(this::connect);
        }
        cable.mend();
        carriesBothWays();
    }

    @Test
    void isMendedRightAfterItWasCut() throws IOException {
        for (int i = 0; i < 100; i++) {
            cable.cut();
            cable.mend();
        }
        carriesBothWays();
    }

    @Test
    void holdsBackWhatIsStuckUntilItIsMended() throws IOException {
        try (Socket near = connect();
                Socket far = relay.accept()) {
            cable.jam();
            near.getOutputStream().write("abc".getBytes());
            cable.mend();

            assertThat(far.getInputStream().readNBytes(3)).isEqualTo("abc".getBytes());
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), cable.port());
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException _) {
            return true;
        }
    }
}
