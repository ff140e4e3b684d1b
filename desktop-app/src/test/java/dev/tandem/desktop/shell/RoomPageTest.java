package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.editor.CodeEditor;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.TextState;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.text.TextOperation;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does with the page of a room, by mouse and keys; the room itself stands still.
@ExtendWith(OnStage.class)
final class RoomPageTest {
    private final AtomicInteger left = new AtomicInteger();
    private Scene scene;
    private StillRoom room = new StillRoom();
    private Appearance appearance;

    @Start
    void start(Stage stage) {
        scene = new Scene(new Group(), 960, 640);
        appearance = new Appearance(Theme.LIGHT);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void whoLeadsStartsTheInterview(FxRobot robot) {
        show(RoomStates.WAITING_INTERVIEWER);
        assertThat(isOffered("#end-interview")).isFalse();
        robot.clickOn("#start-interview");
        assertThat(room.asked).contains("start");
    }

    @Test
    void endingAsksFirst(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#end-interview");
        Fx.waitForFrames();
        picture("confirm-end", robot.lookup(".confirm").query());
        robot.type(KeyCode.ENTER);
        Fx.waitForFrames();
        assertThat(room.asked).doesNotContain("end");

        robot.clickOn("#end-interview");
        Fx.waitForFrames();
        robot.clickOn(".destructive");
        Fx.waitForFrames();
        assertThat(room.asked).contains("end");
    }

    @Test
    void whoDoesNotLeadCanOnlyLeave(FxRobot robot) {
        show(RoomStates.LIVE_SPECTATOR);
        assertThat(isOffered("#start-interview")).isFalse();
        assertThat(isOffered("#end-interview")).isFalse();
        assertThat(robot.lookup("#invite").tryQuery()).isEmpty();
        robot.clickOn("#leave");
        assertThat(left).hasValue(1);
    }

    @Test
    void theCodesAreThereToBeCopied(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#invite");
        Fx.waitForFrames();
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            Fx.run(() -> appearance.setTheme(theme));
            Fx.waitForFrames();
            picture("invite-" + theme, robot.lookup(".invite-panel").query());
        }
        assertThat(robot.lookup(".invite-panel .caption").queryAllAs(Label.class))
                .allSatisfy(label -> assertThat(label.getText()).startsWith("Good "));
        robot.clickOn("#copy-code-candidate");
        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(InviteCode.parse(copied)).isPresent();
        robot.clickOn("#copy-link-spectator");
        copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("tandem://192.168.1.20:8377/");
        robot.type(KeyCode.ESCAPE);
        Fx.waitForFrames();
        assertThat(robot.lookup(".invite-panel").tryQuery()).isEmpty();
    }

    @Test
    void whatElseLetsPeopleInIsListedAndTakenBack(FxRobot robot) throws Exception {
        Map<Role, Invite> invites = RoomStates.LIVE_INTERVIEWER.invites();
        OtherInvitesMade keeper = new OtherInvitesMade(invites, Role.SPECTATOR);
        show(RoomStates.LIVE_INTERVIEWER, new Invitations(invites, keeper));
        robot.clickOn("#invite");
        Fx.waitForFrames();
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            Fx.run(() -> appearance.setTheme(theme));
            Fx.waitForFrames();
            picture("invites-" + theme, robot.lookup(".invite-panel").query());
        }
        assertThat(robot.lookup("#new-code-spectator").tryQuery()).isPresent();
        assertThat(robot.lookup("#copy-code-candidate").tryQuery()).isPresent();
        assertThat(robot.lookup(".other-invites .caption").queryAllAs(Label.class)).hasSize(2);

        robot.clickOn(robot.lookup(".other-invites .remove-button").<Button>query());
        Fx.waitForFrames();
        assertThat(keeper.revoked).containsExactly(OtherInvitesMade.OTHERS.getFirst());
        assertThat(robot.lookup(".other-invites .caption").queryAllAs(Label.class)).hasSize(1);
    }

    @Test
    void aMessageIsCopied(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        Label message = robot.lookup(".chat-text").query();
        robot.rightClickOn(message);
        Fx.waitForFrames();
        robot.clickOn("Copy message");
        Fx.waitForFrames();
        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isNotBlank().isEqualTo(message.getText());
    }

    @Test
    void aLanguageIsFoundByTypingPartOfItsName(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#language");
        Fx.waitForFrames();
        picture("languages", robot.lookup(".picker-choice").query());
        robot.write("script").type(KeyCode.DOWN, KeyCode.ENTER);
        Fx.waitForFrames();
        assertThat(room.asked).contains("language typescript");
        assertThat(robot.lookup(".picker-choice").tryQuery()).isEmpty();
    }

    @Test
    void anyOfTheLatestChangesIsReverted(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#show-changes");
        Fx.waitForFrames();
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            Fx.run(() -> appearance.setTheme(theme));
            Fx.waitForFrames();
            picture("changes-" + theme, robot.lookup(".changes").query());
        }
        assertThat(wordsOfChanges(robot))
                .startsWith("reverted a change of yours", "removed 1 character in line 14");

        robot.clickOn(robot.lookup(".changes .button").nth(1).queryButton());
        assertThat(room.asked).contains("revert 300");
        robot.type(KeyCode.ESCAPE);
        Fx.waitForFrames();
        assertThat(robot.lookup(".changes").tryQuery()).isEmpty();
    }

    @Test
    void aChangeIsRevertedByKey(FxRobot robot) {
        show(RoomStates.LIVE_INTERVIEWER);
        Fx.run(() -> scene.lookup("#show-changes").requestFocus());
        robot.type(KeyCode.SPACE);
        Fx.waitForFrames();
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(room.asked).noneMatch(asked -> asked.startsWith("revert"));

        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(room.asked).contains("revert 150");
        assertThat(accessibleTexts(robot))
                .anyMatch(text -> text.endsWith("18:26. Enter reverts it."))
                .contains("Mert Demir added 5 characters, 18:30. Nothing of it is left.");

        robot.type(KeyCode.ESCAPE);
        Fx.waitForFrames();
        assertThat(robot.lookup(".changes").tryQuery()).isEmpty();
    }

    @Test
    void whoMayNotWriteRevertsNothing(FxRobot robot) {
        show(RoomStates.LIVE_SPECTATOR);
        robot.clickOn("#show-changes");
        Fx.waitForFrames();
        assertThat(robot.lookup(".changes .button").match(Node::isVisible).tryQuery()).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(room.asked).noneMatch(asked -> asked.startsWith("revert"));
    }

    @Test
    void theListOfChangesIsAsLongAsItIsOpenUpToDate(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#show-changes");
        Fx.waitForFrames();
        Fx.run(() -> room.changed(room.people.getFirst(), 1441, Change.Kind.EDIT, 7, 0));
        eventually(() -> wordsOfChanges(robot).getFirst().startsWith("added 7 characters"));
        Fx.run(() -> room.nothingLeft.add(room.changes.getFirst()));
        Fx.run(() -> room.changed(room.people.getFirst(), 1442, Change.Kind.UNDO, 0, 7));
        eventually(() -> wordsOfChanges(robot).get(1).equals("added 7 characters"));
    }

    @Test
    void anEmptyListOfChangesSaysWhatWillBeThere(FxRobot robot) throws Exception {
        show(RoomStates.WAITING_INTERVIEWER);
        robot.clickOn("#show-changes");
        Fx.waitForFrames();
        picture("changes-none", robot.lookup(".changes").query());
        assertThat(robot.lookup("What is changed in the code will be listed here.").tryQuery())
                .isPresent();
    }

    private static List<String> wordsOfChanges(FxRobot robot) {
        return cells(robot)
                .map(cell -> ((Labeled) cell.lookup(".change-words")).getText())
                .toList();
    }

    private static List<String> accessibleTexts(FxRobot robot) {
        return cells(robot).map(Node::getAccessibleText).toList();
    }

    private static Stream<Node> cells(FxRobot robot) {
        return robot.lookup(".changes .list-cell:filled").queryAll().stream()
                .sorted(Comparator.comparing(cell -> cell.localToScene(0, 0).getY()));
    }

    @Test
    void aRefusedLanguageIsTakenBackAndExplained(FxRobot robot) {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#language").write("go").type(KeyCode.ENTER);
        Fx.run(() -> room.lastRefusal.set(new Refusal(ErrorCode.FORBIDDEN, "Not at the moment.")));
        assertThat(robot.lookup("#language").queryLabeled().getText()).isEqualTo("Python 3.11");
        assertThat(robot.lookup("#notice").queryAs(Label.class).getText())
                .isEqualTo("Not at the moment.");
        robot.clickOn("#dismiss");
        assertThat(isOffered("#notice")).isFalse();
    }

    @Test
    void enterSendsAndShiftEnterBeginsALine(FxRobot robot) {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#chat-input").write("one");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("two").type(KeyCode.ENTER);
        assertThat(room.asked).contains("say one\ntwo");
        assertThat(robot.lookup("#chat-input").queryTextInputControl().getText()).isEmpty();
    }

    @Test
    void whoReadsAboveIsNotScrolledAwayFromIt(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        Fx.run(() -> saySome(40));
        ScrollPane chat = scrollPaneOf(robot.lookup("#chat-lines").query());
        eventually(() -> chat.getVvalue() == 1);

        Fx.run(() -> chat.setVvalue(0.25));
        Fx.waitForFrames();
        double before = topOf("#chat-lines");
        Fx.run(() -> saySome(5));
        eventually(() -> isOffered("#new-messages"));
        assertThat(topOf("#chat-lines"))
                .isCloseTo(before, org.assertj.core.data.Offset.offset(1.0));

        robot.clickOn("#new-messages");
        eventually(() -> chat.getVvalue() == 1 && !isOffered("#new-messages"));
    }

    @Test
    void f6GoesFromPaneToPane(FxRobot robot) {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.type(KeyCode.F6);
        assertThat(focused().getId()).isEqualTo("tab-output");
        robot.type(KeyCode.F6);
        assertThat(focused()).isInstanceOf(TextInputControl.class);
        robot.type(KeyCode.F6);
        assertThat(focused().getId()).isEqualTo("invite");
        robot.press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);
        assertThat(focused().getId()).isEqualTo("chat-input");
    }

    @Test
    void whoLeadsLetsACandidateEditOrNot(FxRobot robot) {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#tab-people").clickOn("#may-edit-mert-demir");
        assertThat(room.asked).contains("permissions mert-demir false null");
        assertThat(robot.lookup("#may-edit-selin-öz").match(Node::isVisible).tryQuery()).isEmpty();
        Fx.run(() -> room.may.set(Set.of(Capability.EDIT)));
        assertThat(isOffered("#may-edit-mert-demir")).isFalse();
    }

    @Test
    void whoLeadsRemovesSomeoneAfterBeingAsked(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.clickOn("#tab-people").clickOn("#remove-mert-demir");
        Fx.waitForFrames();
        picture("confirm-remove", robot.lookup(".confirm").query());
        robot.type(KeyCode.ESCAPE);
        Fx.waitForFrames();
        assertThat(room.asked).doesNotContain("remove mert-demir");

        robot.clickOn("#remove-mert-demir");
        Fx.waitForFrames();
        robot.clickOn(".destructive");
        Fx.waitForFrames();
        assertThat(room.asked).contains("remove mert-demir");
        Fx.run(() -> room.may.set(Set.of(Capability.EDIT)));
        assertThat(isOffered("#remove-mert-demir")).isFalse();
    }

    @Test
    void whileOfflineOneCanHurryTheNextAttempt(FxRobot robot) {
        show(RoomStates.OFFLINE);
        assertThat(robot.lookup("#connection").queryLabeled().getText())
                .startsWith("Reconnecting in");
        assertThat(robot.lookup("#saved").queryLabeled().getText()).isEqualTo("Not sent yet");
        robot.clickOn("#reconnect-now");
        assertThat(room.asked).contains("reconnect");
    }

    @Test
    void thatTheTextWasPutRightIsSaidUntilItIsDismissed(FxRobot robot) {
        show(RoomStates.RESYNCING);
        assertThat(robot.lookup("#saved").queryLabeled().getText()).isEqualTo("Resyncing…");
        Fx.run(() -> {
            room.connection.set(new ConnectionStatus.Live(ConnectionStatus.Live.UNKNOWN));
            room.textState.set(TextState.REPAIRED);
            room.unsent.set(false);
        });
        Fx.run(() -> room.connection.set(new ConnectionStatus.Live(18)));
        assertThat(robot.lookup("#saved").queryLabeled().getText()).isEqualTo("Repaired");
        assertThat(robot.lookup("#notice").queryLabeled().getText())
                .isEqualTo(
                        "Your text differed from the relay's and was put right."
                                + " What you had not sent yet was kept.");
        robot.clickOn("#dismiss");
        assertThat(isOffered("#notice")).isFalse();
        Fx.run(() -> room.textState.set(TextState.IN_SYNC));
        assertThat(robot.lookup("#saved").queryLabeled().getText()).isEqualTo("In sync");
    }

    @Test
    void whatIsClosedForGoodLeadsBack(FxRobot robot) {
        show(RoomStates.CLOSED);
        robot.clickOn("#back-to-start");
        assertThat(left).hasValue(1);
    }

    @Test
    void whatIsRecordedIsOneTabAway(FxRobot robot) {
        show(RoomStates.LIVE_SPECTATOR);
        robot.clickOn("What is recorded");
        assertThat(robot.lookup("The relay keeps").tryQuery()).isPresent();
    }

    @Test
    void whoIsNotedAboutReadsThatFirst(FxRobot robot) {
        show(RoomStates.NOTED_CANDIDATE);
        assertThat(robot.lookup("Your window notes").tryQuery()).isPresent();
        assertThat(
                        robot.lookup(
                                        "15:31 Mert Demir pasted 412 characters from outside the window")
                                .tryQuery())
                .isPresent();
        assertThat(robot.lookup("15:02 Mert Demir was away from the window, 12 s").tryQuery())
                .isPresent();
    }

    @Test
    void whatIsPastedFromElsewhereIsNoted(FxRobot robot) {
        Fx.run(() ->
                Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, "from elsewhere")));
        show(RoomStates.NOTED_CANDIDATE);
        Fx.run(() -> ((CodeEditor) scene.lookup("#editor")).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        Fx.waitForFrames();
        assertThat(room.asked).contains(new Fact.PastedFromOutside(DocumentId.MAIN, 14).toString());
    }

    @Test
    void theNameOfWhoWritesIsThereAgain() throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        eventually(() -> nameTag().isVisible() && nameTag().getOpacity() == 0);

        Fx.run(() -> {
            int at = room.selections.get().values().iterator().next().getFirst().head();
            room.edits(room.people.get(1), TextOperation.delete(room.text.length(), at, at + 1));
        });

        assertThat(Fx.call(() -> nameTag().getOpacity())).isEqualTo(1);
    }

    @Test
    void whoComesHearsWhereOnesCaretIs(FxRobot robot) throws Exception {
        show(RoomStates.LIVE_INTERVIEWER);
        robot.type(KeyCode.DOWN);
        eventually(() -> room.asked.contains("point"));
        Fx.run(room.asked::clear);

        Fx.run(() -> room.comes("Ece Su", Role.SPECTATOR, Presence.CONNECTED));

        eventually(() -> room.asked.equals(List.of("point")));
    }

    private Node nameTag() {
        return scene.lookup(".name-tag");
    }

    private void show(RoomStates state) {
        show(state, Invitations.of(state.invites()));
    }

    private void show(RoomStates state, Invitations invitations) {
        room = state.room();
        Fx.run(() -> {
            RoomPage page = new RoomPage(room, room, room, invitations, left::incrementAndGet);
            scene.setRoot(page);
            page.focusEditor();
        });
        Fx.waitForFrames();
    }

    private void saySome(int messages) {
        for (int i = 0; i < messages; i++) {
            room.says(room.people.get(1), 1500 + i, "Message " + i);
        }
    }

    private double topOf(String id) {
        Fx.waitForFrames();
        return Fx.call(() -> {
            Node node = scene.lookup(id);
            return node.localToScene(node.getLayoutBounds()).getMinY();
        });
    }

    private Node focused() {
        return Fx.call(scene::getFocusOwner);
    }

    private boolean isOffered(String id) {
        return Fx.call(() -> {
            Node node = scene.lookup(id);
            while (node != null && node.isVisible()) {
                node = node.getParent();
            }
            return node == null && scene.lookup(id) != null;
        });
    }

    private static ScrollPane scrollPaneOf(Node content) {
        Node node = content;
        while (!(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        return (ScrollPane) node;
    }

    private static void picture(String name, Node shown) throws IOException {
        Pictures.keep(name, Theme.LIGHT, Fx.call(() -> Snapshots.of(shown.getScene())));
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Fx.call(condition));
    }
}
