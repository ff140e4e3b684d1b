package dev.tandem.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The page of past interviews over interviews that are not there, in each of its states, by mouse
/// and keys. The pictures are in `target/pictures`.
@ExtendWith(OnStage.class)
final class HistoryPicturesTest {
    private final FakeArchive archive = new FakeArchive(5_000);
    private final Clock clock =
            new Clock(
                    InstantSource.fixed(Instant.ofEpochMilli(FakeArchive.NOW)),
                    Platform::runLater,
                    Platform::runLater);
    private Appearance appearance;
    private Scene scene;
    private Stage stage;
    private boolean back;

    @Start
    void start(Stage shared) {
        stage = new Stage(); // of another size than the other tests'
        appearance = new Appearance(Theme.LIGHT);
        scene = new Scene(new Group(), 990, 700);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private HistoryPage page() {
        return Fx.call(() -> {
            HistoryModel model = new HistoryModel(new FakePlaces(archive), clock);
            HistoryPage page = new HistoryPage(model, SaveAs::ofSystem, exits());
            scene.setRoot(page);
            return page;
        });
    }

    private Exits exits() {
        return new Exits() {
            @Override
            public void replay(KeptInterview interview, List<LoggedEvent> events) {}

            @Override
            public void verify(KeptInterview interview) {}

            @Override
            public void verifyFile() {}

            @Override
            public void back() {
                back = true;
            }
        };
    }

    @Test
    void manyInterviewsAreListedAsOneScrolls(FxRobot robot) throws IOException {
        archive.sessions.subList(120, archive.sessions.size()).clear();
        page();
        Fx.waitUntil(() -> scene.lookup("#history-preview") != null);
        picture("list");
        for (int width : new int[] {900, 1280}) {
            Fx.run(() -> resize(width));
            picture("list-" + width);
        }
        Fx.run(() -> resize(900));
        robot.type(KeyCode.DOWN); // out of the search
        for (int i = 0; i < 100 && !Fx.call(() -> words("#history-count")).startsWith("1"); i++) {
            robot.type(KeyCode.END); // goes to the end of what is there
            Fx.waitForFrames();
        }
        awaitWords("#history-count", "120 interviews");
        assertThat(archive.searches).hasSize(3);
        picture("list-further");
        robot.type(KeyCode.DELETE);
        Fx.waitUntil(() -> robot.lookup(".confirm").tryQuery().isPresent());
        dialog(robot, "delete");
        Fx.run(() -> robot.lookup(".destructive").queryButton().fire());
        Fx.waitUntil(() -> words("#history-errand").startsWith("Deleted"));
        assertThat(archive.sessions).hasSize(119);
        assertThat(Fx.call(() -> words("#history-count"))).isEqualTo("119 interviews");
        picture("deleted");
    }

    @Test
    void whatIsTypedIsLookedFor(FxRobot robot) throws IOException {
        page();
        Fx.waitUntil(() -> scene.lookup("#history-preview") != null);
        robot.clickOn("#history-search").write("security");
        Fx.waitUntil(() -> archive.searches.getLast().any() != null);
        awaitWords("#history-title", "Security engineer, second talk");
        robot.write("nobody").type(KeyCode.ENTER);
        Fx.waitUntil(() -> sees("No interview is like that."));
        picture("nothing-found");
        robot.type(KeyCode.ESCAPE);
        awaitWords("#history-count", "The first 50 interviews");
        assertThat(back).isFalse();
        robot.type(KeyCode.ESCAPE);
        Fx.waitUntil(() -> back);
    }

    @Test
    void whatDoesNotComeIsSaidAndAskedForAgain(FxRobot robot) throws IOException {
        archive.failure = "The relay at 127.0.0.1:8377 does not answer. Is it still running?";
        page();
        Fx.waitUntil(() -> scene.lookup("#history-again") != null);
        picture("trouble");
        archive.failure = "";
        archive.slow = true;
        robot.clickOn("#history-again");
        Fx.waitForFrames();
        picture("outlines");
        archive.slow = false;
        Fx.run(archive::answer);
        Fx.waitUntil(() -> scene.lookup("#history-preview") != null);
    }

    @Test
    void feedbackIsWrittenAndNotLostOnLeaving(FxRobot robot) throws IOException {
        SessionSummary first = archive.sessions.getFirst();
        archive.feedback.put(
                first.id(),
                new ArrayList<>(
                        List.of(
                                new Feedback(
                                        "Zeynep Ak",
                                        false,
                                        "Quick to see why the queue has to be bounded.",
                                        FakeArchive.NOW,
                                        1))));
        page();
        Fx.waitUntil(() -> sees("Quick to see"));
        picture("feedback-none");
        robot.clickOn("#history-feedback").write("Asked good questions");
        awaitWords("#history-feedback-state", "Saved.");
        picture("feedback");
        archive.feedback.get(first.id()).removeIf(Feedback::mine);
        archive.feedback
                .get(first.id())
                .add(new Feedback(null, true, "Written at home.", FakeArchive.NOW, 9));
        robot.write(".");
        Fx.waitUntil(() -> scene.lookup("#history-feedback-both") != null);
        picture("feedback-changed");

        robot.clickOn("#history-back");
        Fx.waitUntil(() -> robot.lookup(".confirm").tryQuery().isPresent());
        dialog(robot, "feedback-leave");
        robot.type(KeyCode.ESCAPE);
        assertThat(back).isFalse();
        Fx.run(() -> robot.lookup("#history-feedback-both").queryButton().fire());
        awaitWords("#history-feedback-state", "Saved.");
        assertThat(archive.feedback.get(first.id()).getLast().text())
                .isEqualTo("Written at home.\n\nAsked good questions.");
        robot.clickOn("#history-back");
        Fx.waitUntil(() -> back);
    }

    @Test
    void anEmptyListSaysWhatWillBeThere(FxRobot robot) throws IOException {
        archive.sessions.clear();
        page();
        Fx.waitUntil(() -> sees("No interviews yet."));
        picture("empty");
        robot.clickOn("#history-relay-choice");
        Fx.waitUntil(() -> scene.lookup("#history-password") instanceof TextField);
        robot.clickOn("#history-password").write("wrong").type(KeyCode.ENTER);
        Fx.waitUntil(() -> sees("The address or the password is not right."));
        picture("sign-in");
    }

    private void awaitWords(String id, String expected) {
        try {
            Fx.waitUntil(() -> words(id).equals(expected));
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s says “%s” after %d questions; focused is %s"
                            .formatted(
                                    id,
                                    Fx.call(() -> words(id)),
                                    archive.searches.size(),
                                    Fx.call(() -> scene.getFocusOwner())),
                    e);
        }
    }

    private void resize(int width) {
        stage.setWidth(width);
        stage.setHeight(width == 900 ? 600 : 800);
    }

    private String words(String id) {
        return scene.lookup(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private boolean sees(String words) {
        return texts(scene.getRoot()).anyMatch(text -> text.contains(words));
    }

    private static Stream<String> texts(Node node) {
        Stream<String> own =
                node instanceof Labeled labeled && labeled.getText() != null
                        ? Stream.of(labeled.getText())
                        : Stream.of();
        return node instanceof Parent parent
                ? Stream.concat(
                        own,
                        parent.getChildrenUnmodifiable().stream()
                                .flatMap(HistoryPicturesTest::texts))
                : own;
    }

    private void picture(String name) throws IOException {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            Fx.run(() -> appearance.setTheme(theme));
            Fx.waitForFrames();
            Pictures.keep("history-" + name, theme, Fx.call(() -> Snapshots.of(scene)));
        }
    }

    private void dialog(FxRobot robot, String name) throws IOException {
        Scene dialog = Fx.call(() -> robot.lookup(".confirm").query().getScene());
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            Fx.run(() -> appearance.setTheme(theme));
            Fx.waitForFrames();
            Pictures.keep("history-" + name, theme, Fx.call(() -> Snapshots.of(dialog)));
        }
    }
}
