package dev.tandem.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.RelayServer;
import dev.tandem.relay.config.RelayConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real relay that speaks TLS with a certificate of its own, made out to 127.0.0.1.
public final class SelfSigned {
    private static final String PASSWORD = "changeit";

    private SelfSigned() {}

    /// @param options for keytool, such as `-validity`
    public static RelayServer relay(Path folder, String... options) throws Exception {
        Path store = folder.resolve("own.p12");
        List<String> keytool =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=relay",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD));
        keytool.addAll(List.of(options));
        Process made =
                new ProcessBuilder(keytool)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(made.waitFor()).isZero();
        return RelayServer.start(
                RelayConfig.defaults(folder.resolve("data"))
                        .with()
                        .port(0)
                        .openHost(true)
                        .set("runs.on", "false")
                        .set("tls.keystore", store.toString())
                        .set("tls.keystore-password", PASSWORD)
                        .build());
    }
}
