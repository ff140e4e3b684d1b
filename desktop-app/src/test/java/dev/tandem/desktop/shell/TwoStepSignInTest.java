package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Authenticator;
import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.start.Memory;
import dev.tandem.relay.RelayServer;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Two-step sign-in through a real window and over a real relay: set up by scanning what is on the
/// screen, used to host an interview, and turned off. The pictures are in `target/pictures`.
@ExtendWith(OnStage.class)
final class TwoStepSignInTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "correct horse";

    private final List<Person> people = new ArrayList<>();
    private final Network network = new Network();
    private FxRobot robot;
    private Appearance appearance;
    private Entrances entrances;
    private RelayServer relay;

    @TempDir private Path data;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        appearance = new Appearance(Theme.LIGHT);
    }

    @BeforeEach
    void begin(FxRobot robot) throws Exception {
        this.robot = robot;
        Path folder = data.resolve("relay");
        try (Database database = Database.open(folder)) {
            new Accounts(database, Passwords.of(database)).add(EMAIL, "Ada", PASSWORD);
        }
        relay =
                RelayServer.start(
                        RelayConfig.defaults(folder)
                                .with()
                                .port(0)
                                .set("runs.on", "false")
                                .set("access.password-time", "1ms")
                                .build());
        entrances = Fx.call(() -> new Entrances(network, data, Memory.ofProcess()));
    }

    @AfterEach
    void closeEverything() throws Exception {
        Fx.run(() -> people.forEach(person -> person.stage().hide()));
        entrances.quiet().get(20, TimeUnit.SECONDS);
        network.close();
        relay.close();
    }

    @Test
    void isSetUpUsedAndTurnedOff() throws IOException {
        Person ada = sit();
        signInToAccount(ada).awaits("#account-set-up");
        picture(ada, "off");
        ada.click("#account-set-up").awaits("#account-qr");
        Fx.run(() -> appearance.setTheme(Theme.DARK));
        String secretInTheDark = scan(ada).secret();
        Fx.run(() -> appearance.setTheme(Theme.LIGHT));
        Authenticator telephone = scan(ada);
        assertThat(telephone.secret()).isEqualTo(secretInTheDark);
        assertThat(telephone.account().getPath()).isEqualTo("/Tandem:" + EMAIL);
        assertThat(ada.words("#account-secret").replace(" ", "")).isEqualTo(telephone.secret());

        ada.fill("#account-code", "12345").click("#account-confirm");
        ada.awaits("that the code is not right", () -> ada.isWrong("#account-code"));
        picture(ada, "setting-up");
        ada.fill("#account-code", telephone.code(0)).click("#account-confirm");
        List<String> recovery = keepRecoveryCodes(ada);
        ada.click("#account-kept").awaits("#account-off");
        picture(ada, "on");

        ada.click("#account-back").awaits("#host-title");
        ada.fill("#host-title", "First talk").fill("#host-name", "Ada");
        ada.fill("#host-password", PASSWORD).click("#host");
        ada.awaits("the field for the code", () -> ada.isInView("#host-code"));
        ada.awaits("the button beneath it", () -> ada.isInView("#host"));
        picture(ada, "hosting");
        ada.fill("#host-code", telephone.code(1)).click("#host").awaits("#timer");

        Person later = sit();
        signInToAccount(later).awaits("#account-code");
        picture(later, "signing-in");
        later.fill("#account-code", recovery.get(0)).click("#account-sign-in");
        later.awaits("#account-off");
        assertThat(later.sees("9 unused recovery codes")).isTrue();
        later.fill("#account-code", recovery.get(1)).click("#account-off");
        later.awaits("#account-set-up");
    }

    private Person sit() {
        Person person = Person.at(people.size(), robot, appearance, entrances, "");
        people.add(person);
        return person;
    }

    private Person signInToAccount(Person person) {
        person.click("#host-on-relay")
                .fill("#host-relay", "127.0.0.1:" + relay.address().getPort())
                .fill("#host-email", EMAIL)
                .click("#host-account")
                .awaits("#account-sign-in");
        return person.fill("#account-password", PASSWORD).click("#account-sign-in");
    }

    private static Authenticator scan(Person person) {
        return Authenticator.scanning(Fx.call(() -> Snapshots.of(person.scene())));
    }

    private List<String> keepRecoveryCodes(Person person) throws IOException {
        person.awaits("#recovery-codes");
        picture(person, "recovery");
        person.click("#copy-recovery");
        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        List<String> codes = copied.lines().toList();
        assertThat(codes).hasSize(10).allMatch(person::sees);
        return codes;
    }

    private void picture(Person person, String name) throws IOException {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            Fx.run(() -> appearance.setTheme(theme));
            Fx.waitForFrames();
            Pictures.keep("account-" + name, theme, Fx.call(() -> Snapshots.of(person.scene())));
        }
    }
}
