package dev.tandem.desktop.shell;

import static dev.tandem.desktop.TestRelay.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.hosting.LocalRelay;
import dev.tandem.desktop.hosting.LocalRelay.Reach;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.desktop.start.Memory;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.SessionPatch;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.relay.RelayServer;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Past interviews through a real window: those of this computer, whose relay is started for it,
/// and those of a relay with accounts.
@ExtendWith(OnStage.class)
final class PastInterviewsTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "correct horse";

    private final Network network = new Network();
    private Appearance appearance;
    private Entrances entrances;
    private Person ada;
    private RelayServer relay;

    @TempDir private Path data;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        appearance = new Appearance(Theme.LIGHT);
    }

    @BeforeEach
    void begin(FxRobot robot) throws Exception {
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
        ada =
                Person.at(
                        0,
                        robot,
                        appearance,
                        entrances,
                        "",
                        (_, name, _) -> Optional.of(data.resolve(name)));
    }

    @AfterEach
    void closeEverything() throws Exception {
        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        entrances.quiet().get(20, TimeUnit.SECONDS);
        network.close();
        relay.close();
    }

    @Test
    void areFoundOnThisComputerAndOnARelay() {
        try (LocalRelay before = given(LocalRelay.start(data, Reach.THIS_COMPUTER).join())) {
            RelayApi api = new RelayApi(before.address());
            host(api, "First talk", "print('first')", null);
            host(api, "Second talk", "print('second')", null);
        }
        ada.click("#past-interviews");
        ada.awaitsWords("#history-count", "2 interviews");
        ada.awaitsWords("#history-title", "Second talk");
        ada.fill("#history-search", "PRINT('FIRST");
        ada.awaitsWords("#history-title", "First talk");
        ada.awaits("the code", () -> ada.isShown("#history-preview"));
        ada.awaitsWords("#history-count", "1 interview");

        ada.click("#history-delete").awaits("the question", PastInterviewsTest::isAsked);
        Fx.run(() -> question().fire());
        ada.awaitsWords("#history-errand", "Deleted “First talk”.");
        ada.fill("#history-search", "talk");
        ada.awaitsWords("#history-count", "1 interview");
        ada.awaitsWords("#history-title", "Second talk");

        RelayAddress address = new RelayAddress("127.0.0.1", relay.address().getPort(), false);
        RelayApi api = new RelayApi(address);
        LoggedIn login = given(api.login(EMAIL, PASSWORD, null).join());
        host(api, "On the relay", "select 1", login.token());
        ada.click("#history-relay-choice").awaits("#history-sign-in");
        ada.fill("#history-relay", address.format());
        ada.fill("#history-email", EMAIL);
        ada.fill("#history-password", PASSWORD).click("#history-sign-in");
        ada.awaitsWords("#history-title", "On the relay");

        ada.click("#history-back").awaits("#past-interviews");
        ada.click("#past-interviews").awaitsWords("#history-title", "Second talk");
        ada.click("#history-relay-choice");
        ada.awaitsWords("#history-title", "On the relay");
        ada.click("#history-sign-out").awaits("#history-sign-in");
        assertThat(ada.isShown("#history-title")).isFalse();
    }

    @Test
    void isVerifiedReplayedExportedAndBackInTheList() throws Exception {
        try (LocalRelay before = given(LocalRelay.start(data, Reach.THIS_COMPUTER).join())) {
            RelayApi api = new RelayApi(before.address());
            host(api, "First talk", "print('first')", null);
            host(api, "Second talk", "print('second')", null);
        }
        ada.click("#past-interviews").awaitsWords("#history-title", "Second talk");
        ada.fill("#history-search", "First").awaitsWords("#history-title", "First talk");
        ada.awaits("its code", () -> ada.isShown("#history-preview"));
        ada.click("#history-verify");
        ada.awaits("what was found", () -> verdict().startsWith("Unchanged since 20"));
        closeDialog();

        ada.click("#history-replay").awaits("#play");
        assertThat(ada.stage().getTitle()).isEqualTo("First talk");
        ada.awaits("the keyboard", () -> ada.scene().getFocusOwner() != null);
        ada.type(KeyCode.END).awaits("the code", () -> ada.code().equals("print('first')"));
        Fx.run(() -> item("#replay-export", "replay-export-tandem").fire());
        ada.awaitsWords("#replay-errand", "Saved as ");
        Path saved = Path.of(ada.words("#replay-errand").replaceFirst("Saved as (.*)[.]", "$1"));
        assertThat(SessionFile.check(Files.readAllBytes(saved), null))
                .isInstanceOf(Unchanged.class);
        Fx.run(() -> ((Button) ada.scene().lookup("#replay-verify")).fire());
        ada.awaits("what was found", () -> verdict().startsWith("Unchanged since 20"));
        closeDialog();

        Fx.run(() -> ((Button) ada.scene().lookup("#close-replay")).fire());
        ada.awaitsWords("#history-title", "First talk");
        assertThat(ada.stage().getTitle()).isEqualTo("Tandem");
        ada.awaitsWords("#history-count", "1 interview");
    }

    private void closeDialog() {
        Fx.run(() -> ((Button) anywhere(".verify .button-bar .button")).fire());
        ada.awaits("no dialog", () -> anywhere(".verify") == null);
    }

    private static String verdict() {
        return words(".verify #verdict"); // a run has one too
    }

    private static String words(String id) {
        return anywhere(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private MenuItem item(String menu, String id) {
        return ((MenuButton) ada.scene().lookup(menu))
                .getItems().stream()
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean isAsked() {
        return anywhere(".destructive") != null;
    }

    private static Button question() {
        return (Button) Objects.requireNonNull(anywhere(".destructive"));
    }

    /// In whichever window.
    private static Node anywhere(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Makes an interview that is over.
    private static void host(RelayApi api, String title, String code, String bearer) {
        CreatedSession made =
                given(
                        api.create(
                                        new CreateSession(
                                                title, "python", code, null, List.of("tag"), null),
                                        bearer)
                                .join());
        given(api.patch(made.id(), new SessionPatch.End(), made.hostToken()).join());
    }
}
