package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.Participant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does with the panel of runs, by mouse and keys; the room itself stands still.
@ExtendWith(OnStage.class)
final class RunPaneTest {
    private static final RunId RUN = new RunId("run-9");
    private Scene scene;
    private StillRoom room = new StillRoom();

    @Start
    void start(Stage stage) {
        scene = new Scene(new Group(), 960, 640);
        new Appearance(Theme.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aKeyRunsAndALineIsTyped(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#editor");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        settle();
        assertThat(room.asked).contains("run");
        Fx.run(this::begin);
        robot.clickOn("#run-line").write("a line").type(KeyCode.ENTER);
        settle();
        assertThat(room.asked).contains("type a line");
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        robot.clickOn("#run");
        settle();
        assertThat(room.asked).contains("type the end", "stop run-9");
    }

    @Test
    void whatIsInTheInputTabIsWhatTheProgramReads(FxRobot robot) {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#tab-input").clickOn("#run-input").write("1 2").clickOn("#run");
        settle();
        assertThat(room.asked).contains("run on 1 2");
    }

    @Test
    void aMegabyteIsShownToItsEnd(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        Fx.run(this::begin);
        String line = "0123456789".repeat(9) + "abcdefghi\n";
        for (int i = 0; i < 20; i++) {
            Fx.run(() -> print(line.repeat(500)));
        }
        Fx.run(() -> print("the end"));
        await(() -> output().getLength() == 1_000_007 && output().getText().endsWith("the end"));
        await(this::seesTheEnd);
        robot.clickOn("#output").type(KeyCode.PAGE_UP).type(KeyCode.PAGE_UP);
        await(() -> !seesTheEnd());
        Fx.run(() -> print("\nmore"));
        await(() -> output().getText().endsWith("more"));
        settle();
        assertThat(Fx.call(this::seesTheEnd)).isFalse();
    }

    @Test
    void ofVeryManyLinesTheLastAreKept() throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        Fx.run(this::begin);
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> print("x\n".repeat(20_000)));
        }
        Fx.run(() -> print("the end"));
        await(() -> output().getText().endsWith("the end"));
        assertThat(Fx.call(() -> output().getParagraphs().size())).isLessThan(23_000);
        await(this::seesTheEnd);
    }

    @Test
    void anEarlierRunCanBeLookedAtAgain(FxRobot robot) throws Exception {
        show(RoomStates.RAN);
        assertThat(words("#run-story")).isEqualTo("Run by Mert Demir, 24:09. It ended well.");
        robot.clickOn("#run-history");
        settle();
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        settle();
        assertThat(words("#run-story"))
                .isEqualTo(
                        "Run by Mert Demir, 23:22. It ran longer than 10 s and was stopped. Nothing"
                                + " was printed.");
        assertThat(words("#verdict")).isEqualTo("time limit");
    }

    @Test
    void whoMayNotRunSeesWhatIsRunAndNoButton() throws Exception {
        show(RoomStates.RUNNING);
        Fx.run(() -> {
            Set<Capability> rights = EnumSet.copyOf(room.may.get());
            rights.remove(Capability.RUN);
            room.may.set(rights);
        });
        settle();
        assertThat(isShown("#run")).isFalse();
        assertThat(isShown("#run-line")).isFalse();
        assertThat(isShown("#submit")).isTrue();
        assertThat(Fx.call(() -> output().getText())).contains("the cat the hat");
    }

    @Test
    void whoLeadsSetsTests(FxRobot robot) {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#tab-tests").clickOn("#first-test");
        settle();
        robot.write("ties").clickOn("#test-stdin").write("b a");
        robot.clickOn("#test-expected").write("a b").clickOn("#test-hidden");
        settle();
        assertThat(isShown("#run-tests")).isFalse();
        robot.clickOn("#save-tests");
        settle();
        assertThat(room.tests.get()).containsExactly(new TestCase("ties", "b a", "a b", true));
        robot.clickOn("#run-tests");
        settle();
        assertThat(room.asked).contains("tests [ties]", "run tests");
    }

    @Test
    void whatOneChangesInTestsStaysUntilItIsSavedOrRevoked(FxRobot robot) {
        show(RoomStates.TESTED);
        robot.clickOn("#tab-tests").clickOn("#test-stdin").write("mine");
        settle();
        List<TestCase> others = List.of(new TestCase("other", "", "", false));
        Fx.run(() -> room.tests.set(others));
        settle();
        assertThat(Fx.call(() -> ((TextInputControl) find("#test-stdin")).getText()))
                .contains("mine");
        robot.clickOn("#revert-tests");
        settle();
        assertThat(Fx.call(() -> ((ListView<?>) find("#tests")).getItems())).hasSize(1);
    }

    @Test
    void ofAHiddenTestACandidateSeesWhetherItPassed(FxRobot robot) {
        show(RoomStates.TESTED_CANDIDATE);
        robot.clickOn("#tab-tests").clickOn("#tests").type(KeyCode.END);
        settle();
        assertThat(isShown("#test-stdin")).isFalse();
        assertThat(isShown("#remove-test")).isFalse();
        robot.type(KeyCode.UP);
        settle();
        assertThat(isShown("#test-stdin")).isTrue();
        assertThat(
                        Fx.call(() ->
                                Map.of(
                                        "in",
                                        ((TextInputControl) find("#test-stdin")).getText(),
                                        "out",
                                        ((TextInputControl) find("#test-printed")).getText())))
                .isEqualTo(Map.of("in", "don't, don't", "out", "['don', 't']\n"));
    }

    private void show(RoomStates state) {
        room = state.room();
        Fx.run(() ->
                scene.setRoot(
                        new RoomPage(room, room, room, Invitations.of(state.invites()), () -> {})));
        settle();
    }

    /// What was done is done, and everything stands where it will stand.
    private void settle() {
        Fx.waitForFrames();
    }

    private void begin() {
        Participant mert = room.people.get(1);
        room.runs(
                mert,
                1450,
                new RoomEvent.RunStarted(
                        RUN, DocumentId.MAIN, "python", new Revision(1), null, null));
    }

    private void print(String text) {
        room.runs(room.people.get(1), 1451, new RoomEvent.CodeOutput(RUN, RunStream.STDOUT, text));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Fx.call(condition));
    }

    private GenericStyledArea<?, ?, ?> output() {
        return (GenericStyledArea<?, ?, ?>) find("#output");
    }

    private boolean seesTheEnd() {
        GenericStyledArea<?, ?, ?> area = output();
        int visible = area.getVisibleParagraphs().size();
        return visible > 0
                && area.visibleParToAllParIndex(visible - 1) == area.getParagraphs().size() - 1;
    }

    private String words(String id) {
        return Fx.call(() -> ((Labeled) find(id)).getText());
    }

    private boolean isShown(String id) {
        return Fx.call(() -> {
            Node node = scene.lookup(id);
            while (node != null && node.isVisible()) {
                if (node.getParent() == null) {
                    return true;
                }
                node = node.getParent();
            }
            return false;
        });
    }

    private Node find(String id) {
        Node node = scene.lookup(id);
        if (node == null) {
            throw new AssertionError("there is no " + id);
        }
        return node;
    }
}
