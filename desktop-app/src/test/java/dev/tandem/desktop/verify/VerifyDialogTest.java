package dev.tandem.desktop.verify;

import static dev.tandem.desktop.TestRelay.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.SessionPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/// What a relay exported, and what became of it, as the window verifies it. The pictures are in
/// `target/pictures`.
@ExtendWith(OnStage.class)
final class VerifyDialogTest {
    @TempDir private static Path folder;

    private Appearance appearance;
    private Stage stage;

    @BeforeAll
    static void export() throws Exception {
        try (TestRelay relay = new TestRelay(folder.resolve("relay"))) {
            var wanted =
                    new CreateSession(
                            "Graph problems", "python", "print(1)", null, List.of(), null);
            CreatedSession made = given(relay.api().create(wanted, null).join());
            String token = made.hostToken();
            given(relay.api().patch(made.id(), new SessionPatch.End(), token).join());
            for (ExportFormat format : List.of(ExportFormat.JSON, ExportFormat.TANDEM)) {
                Path file = folder.resolve("talk." + format.word());
                given(relay.api().export(made.id(), format, file, token).join());
            }
        }
    }

    @Start
    void start(Stage shared) {
        Platform.setImplicitExit(false);
        stage = shared;
        appearance = new Appearance(Theme.LIGHT);
        Scene scene = new Scene(new Group(), 900, 700);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void whatFitsIsUnchangedAndIsComparedWithWhatWasKept() throws Exception {
        show(Evidence.of(folder.resolve("talk.tandem")));
        awaitWords("#verdict", "Unchanged since 20");
        awaitWords("#verdict-key", "the file alone cannot say");
        picture("unchanged");
        String line = words("#verdict").replaceFirst(".*[(](.*)[)].*", "$1");

        compareWith("no line");
        awaitWords(".message", "Paste a line such as");
        compareWith(line);
        awaitWords("#verdict", "It says what the head says that was kept.");
        awaitWords("#verdict-key", "signed with the same key ");
        picture("compared");
        compareWith(line.replaceFirst("· .{4}", "· ffff"));
        awaitWords("#verdict", "The head that was kept says something else");
        compareWith("Session  another\n" + line);
        awaitWords("#verdict", "what was kept is of another interview");
    }

    @Test
    void theFirstEventThatDoesNotFitIsNamed() throws Exception {
        String changed =
                Files.readString(folder.resolve("talk.json"), UTF_8).replace("int(1)", "int(2)");
        show(Evidence.of(Files.writeString(folder.resolve("changed.jsonl"), changed, UTF_8)));
        awaitWords("#verdict", "Changed: event 2, of 20");
        picture("changed");
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        show(Evidence.of(folder.resolve("none.tandem")));
        awaitWords("#verdict", "cannot be read; see that it is there.");
        close();
        Fx.run(() -> start(new Stage()));
        show(Evidence.of(Files.writeString(folder.resolve("talk.md"), "# A talk")));
        awaitWords("#verdict", "This is no session's file of Tandem");
    }

    @Test
    void whatARelayHandsOutNamesIt() throws Exception {
        byte[] file = Files.readAllBytes(folder.resolve("talk.tandem"));
        show(
                new Evidence(
                        "Graph problems",
                        "relay.example.org",
                        () -> CompletableFuture.completedFuture(new Answer.Given<>(file))));
        awaitWords("#verdict", "Unchanged since 20");
        awaitWords("#verdict-key", "as the relay on relay.example.org hands it out.");
    }

    private void show(Evidence evidence) {
        Fx.run(() -> VerifyDialog.show(stage, new Verification(evidence, Platform::runLater)));
    }

    private static void compareWith(String text) {
        Fx.run(() -> {
            ((TextArea) dialog().lookup("#kept-head")).setText(text);
            ((Button) dialog().lookup("#compare")).fire();
        });
    }

    private static void awaitWords(String id, String part) {
        Fx.waitUntil(() -> dialog() != null && read(id).contains(part));
    }

    private static String words(String id) {
        return Fx.call(() -> read(id));
    }

    private static String read(String id) {
        return dialog().lookup(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static Scene dialog() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup(".verify") != null)
                .findFirst()
                .orElse(null);
    }

    private void picture(String name) throws IOException {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            Fx.run(() -> appearance.setTheme(theme));
            Scene scene = Fx.call(VerifyDialogTest::dialog);
            Fx.waitForFrames();
            Pictures.keep("verify-" + name, theme, Fx.call(() -> Snapshots.of(scene)));
        }
    }
}
