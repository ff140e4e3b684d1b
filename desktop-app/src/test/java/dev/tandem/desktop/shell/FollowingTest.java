package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// How one follows another in the page of a room, and ceases to; the room itself stands still.
@ExtendWith(OnStage.class)
final class FollowingTest {
    private static final String CODE =
            IntStream.range(0, 300).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    private static final String PILL = "#follow-pill";
    private static final String AVATAR = ".avatar-button";
    private static final String ROW = "#follow-mert-demir";

    private final StillRoom room = new StillRoom();
    private final Participant ada = room.comes("Ada Kaya", Role.INTERVIEWER, Presence.CONNECTED);
    private final Participant mert = room.comes("Mert Demir", Role.CANDIDATE, Presence.CONNECTED);
    private Scene scene;

    @Start
    void start(Stage stage) {
        room.comes("Selin Öz", Role.SPECTATOR, Presence.CONNECTED);
        room.text = CODE;
        room.be(ada, SessionStatus.ACTIVE);
        RoomPage page = new RoomPage(room, room, room, Invitations.NONE, () -> {});
        scene = new Scene(page, 960, 640);
        new Appearance(Theme.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
        page.focusEditor();
    }

    @Test
    void onePressOnTheirDiscTakesTheViewToThem(FxRobot robot) {
        mertIsAt("line 200");
        assertThat(Fx.call(() -> scene.getRoot().lookupAll(AVATAR))).hasSize(1);
        assertThat(find(AVATAR).getAccessibleText()).isEqualTo("Follow Mert Demir");

        robot.clickOn(AVATAR);

        assertThat(words()).isEqualTo("Following Mert Demir · Esc stops");
        Fx.waitUntil(() -> sees("200"));
        robot.clickOn(AVATAR);
        assertFollowsNobody();
    }

    @Test
    void theRowAmongThePeopleDoesTheSame(FxRobot robot) {
        robot.clickOn("#tab-people").clickOn(ROW);

        assertThat(isOn(ROW) && isOn(AVATAR)).isTrue();
        assertThat(((Labeled) find(ROW)).getText()).isEqualTo("Following");
        assertThat(words()).isEqualTo("Mert Demir has not moved yet · Esc stops");
        robot.clickOn(ROW);
        assertFollowsNobody();
    }

    @Test
    void itGoesByKeysAlone(FxRobot robot) {
        Fx.run(() -> find(AVATAR).requestFocus());

        robot.type(KeyCode.SPACE);
        assertThat(words()).startsWith("Mert Demir has not moved");
        robot.type(KeyCode.ESCAPE);

        assertFollowsNobody();
    }

    @Test
    void escapeStopsItFromAnywhere(FxRobot robot) {
        robot.clickOn(AVATAR).clickOn("#chat-input");
        assertThat(words()).isNotEmpty();

        robot.type(KeyCode.ESCAPE);

        assertFollowsNobody();
        robot.type(KeyCode.F6); // the keyboard was left where it was, and goes on from there
        assertThat(isFocusedWithin("#chat-input")).isFalse();
    }

    @Test
    void whatOneDoesInTheTextStopsIt(FxRobot robot) {
        mertIsAt("line 200");
        robot.clickOn(AVATAR);
        Fx.waitUntil(() -> sees("200"));

        robot.clickOn("#editor");
        assertFollowsNobody();
        robot.clickOn(AVATAR);
        Fx.run(() -> find("#editor").requestFocus());
        robot.write("x");

        assertFollowsNobody();
    }

    @Test
    void itsCrossStopsItAndLeavesTheKeyboard(FxRobot robot) {
        mertIsAt("line 200");
        robot.clickOn(AVATAR);
        Fx.run(() -> find("#editor").requestFocus());

        robot.clickOn("#stop-following");

        assertFollowsNobody();
        assertThat(isFocusedWithin("#editor")).isTrue();
    }

    @Test
    void itSaysWhenTheirConnectionIsLostAndEndsWhenTheyLeave(FxRobot robot) {
        mertIsAt("line 200");
        robot.clickOn(AVATAR);
        Participant lost =
                new Participant(
                        mert.participantId(),
                        mert.name(),
                        mert.role(),
                        mert.color(),
                        Presence.LOST,
                        mert.permissions(),
                        mert.lastId());

        Fx.run(() -> {
            room.people.set(room.people.indexOf(mert), lost);
            room.selections.set(Map.of());
        });
        assertThat(words()).isEqualTo("Mert Demir lost the connection · Esc stops");
        Fx.run(() -> room.people.remove(lost));

        assertThat(Fx.call(() -> scene.lookup(PILL))).isNull();
        assertThat(Fx.call(() -> scene.lookup(AVATAR))).isNull();
    }

    @Test
    void itTakesNoRoom(FxRobot robot) {
        double before = Fx.call(() -> find("#editor").getLayoutBounds().getHeight());

        robot.clickOn(AVATAR);

        assertThat(Fx.call(() -> find("#editor").getLayoutBounds().getHeight())).isEqualTo(before);
    }

    private void mertIsAt(String code) {
        List<Selection> there = List.of(Selection.caret(CODE.indexOf(code)));
        Fx.run(() -> room.selections.set(Map.of(mert.participantId(), there)));
    }

    private void assertFollowsNobody() {
        assertThat(Fx.call(() -> scene.lookup(PILL))).isNull();
        assertThat(isOn(AVATAR)).isFalse();
    }

    private String words() {
        return Fx.call(() -> ((Labeled) find(PILL + " > .label")).getText());
    }

    private boolean sees(String code) {
        return find("#editor").lookupAll(".paragraph-text > .text").stream()
                .anyMatch(node -> node.toString().contains('"' + code + '"'));
    }

    private boolean isOn(String selector) {
        return Fx.call(() -> ((ToggleButton) find(selector)).isSelected());
    }

    private boolean isFocusedWithin(String selector) {
        return Fx.call(() -> {
            Node node = scene.getFocusOwner();
            while (node != null && !node.equals(find(selector))) {
                node = node.getParent();
            }
            return node != null;
        });
    }

    private Node find(String selector) {
        return Objects.requireNonNull(scene.lookup(selector), selector);
    }
}
