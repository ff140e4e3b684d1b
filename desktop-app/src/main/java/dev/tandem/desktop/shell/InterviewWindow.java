package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.Stranger;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Confirm;
import dev.tandem.desktop.history.Clock;
import dev.tandem.desktop.history.HistoryModel;
import dev.tandem.desktop.history.HistoryPage;
import dev.tandem.desktop.history.KeptInterview;
import dev.tandem.desktop.history.SaveAs;
import dev.tandem.desktop.replay.Recording;
import dev.tandem.desktop.replay.RecordingFile;
import dev.tandem.desktop.replay.RecordingLoader;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.start.AccountModel;
import dev.tandem.desktop.start.AccountPage;
import dev.tandem.desktop.start.StartModel;
import dev.tandem.desktop.start.StartPage;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.room.SessionFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// One window: the start page, then a room or a recording, then the start page again. An
/// application may have several. FX thread.
public final class InterviewWindow {
    private static final String NAME = "Tandem";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final Entrances entrances;
    private final PastPlaces pastPlaces;
    private final SaveAs saveAs;
    private final Verifying verifying;
    private final Scene scene = new Scene(new Group());
    private @Nullable Stay stay;

    /// Takes a stage that is not shown yet.
    public InterviewWindow(Stage stage, Appearance appearance, Entrances entrances) {
        this(stage, appearance, entrances, SaveAs::ofSystem);
    }

    /// @param saveAs asks where an export is to go
    InterviewWindow(Stage stage, Appearance appearance, Entrances entrances, SaveAs saveAs) {
        this.stage = stage;
        this.saveAs = saveAs;
        this.verifying = new Verifying(stage);
        this.entrances = entrances;
        this.pastPlaces = entrances.pastPlaces();
        appearance.dress(scene);
        stage.setScene(scene);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(this::onCloseRequest);
        stage.setOnHidden(_ -> leave());
    }

    public Stage stage() {
        return stage;
    }

    /// Shows the start page, and leaves the room one was in.
    ///
    /// @param invite a code or a link to fill in; empty for none
    public void showStart(String invite) {
        leaveRoom();
        StartModel model =
                new StartModel(
                        entrances.doorway(this::askWhetherToTrust, this::showRoom),
                        entrances.memory());
        model.prefill(invite);
        StartPage start =
                new StartPage(
                        model,
                        () -> showAccount(model.account()),
                        this::showHistory,
                        this::chooseRecording);
        stage.titleProperty().unbind();
        stage.setTitle(NAME);
        show(start);
        start.focusFirst();
    }

    /// Shows a recording in place of the page at hand, until one goes back to the start.
    public void showRecording(Path file) {
        showRecording(
                new RecordingFile(file),
                ReplayActions.ofFile(() -> verifying.verify(file)),
                () -> showStart(""));
    }

    /// Shows a recording in place of the page at hand, and leaves the room one was in.
    ///
    /// @param actions what else can be done with it
    /// @param onBack when one wants to go back
    void showRecording(RecordingLoader loader, List<Node> actions, Runnable onBack) {
        leaveRoom();
        ReplayPage replay = ReplayPage.open(loader, actions, onBack);
        stage.titleProperty().unbind();
        stage.titleProperty()
                .bind(replay.titleProperty().map(title -> title.isEmpty() ? NAME : title));
        show(replay);
    }

    private void chooseRecording() {
        RecordingChooser.ask(stage, "Open a recording").ifPresent(this::showRecording);
    }

    private void askWhetherToTrust(Stranger relay, Runnable onYes, Runnable onNo) {
        TrustQuestion.of(relay).ask(stage, onYes, onNo);
    }

    /// Shows an account in place of the page at hand, until one goes back to that.
    private void showAccount(AccountModel account) {
        Parent before = scene.getRoot();
        AccountPage page = new AccountPage(account, () -> show(before));
        show(page);
        page.focusFirst();
    }

    /// Shows past interviews in place of the page at hand, until one goes back to that.
    private void showHistory() {
        Parent before = scene.getRoot();
        HistoryModel model = new HistoryModel(pastPlaces, Clock.ofWindow());
        HistoryPage page =
                new HistoryPage(
                        model, saveAs, new PastExits(verifying, this::replay, () -> show(before)));
        show(page);
        page.focusFirst();
    }

    /// Shows a past interview, and then the page from which it was asked for.
    private void replay(KeptInterview interview, List<LoggedEvent> events) {
        Parent before = scene.getRoot();
        Recording recording = new Recording(interview.session().facts().title(), events);
        showRecording(
                _ -> recording,
                ReplayActions.of(interview, saveAs, () -> verifying.verify(interview)),
                () -> {
                    stage.titleProperty().unbind();
                    stage.setTitle(NAME);
                    show(before);
                });
    }

    private void showRoom(Stay entered) {
        RoomPage room =
                new RoomPage(
                        entered.session(),
                        entered.session(),
                        entered.session(),
                        entered.invites(),
                        () -> afterAsking(() -> showStart("")));
        stay = entered;
        stage.titleProperty().bind(entered.session().sessionProperty().map(SessionFacts::title));
        show(room);
        room.focusEditor();
    }

    private void show(Parent content) {
        scene.setRoot(content);
        stage.show();
    }

    private void onCloseRequest(WindowEvent request) {
        request.consume();
        if (scene.getRoot() instanceof HistoryPage history) {
            history.whenSaved(stage::hide);
        } else {
            afterAsking(stage::hide);
        }
    }

    private void afterAsking(Runnable go) {
        Optional<Confirm> question = Optional.ofNullable(stay).flatMap(InterviewWindow::question);
        question.ifPresentOrElse(asked -> asked.ask(stage, go), go);
    }

    private static Optional<Confirm> question(Stay stay) {
        RoomStore room = stay.session();
        You you = room.youProperty().get();
        return you == null
                ? Optional.empty()
                : Leaving.question(
                        room.sessionProperty().get().status(),
                        you.role(),
                        isOnlyInterviewer(room, you),
                        stay.runsHere());
    }

    private static boolean isOnlyInterviewer(RoomStore room, You you) {
        return you.role().leads()
                && room.people().stream()
                        .filter(person -> !person.participantId().equals(you.participantId()))
                        .noneMatch(person -> person.connected() && person.role().leads());
    }

    private void leave() {
        leaveRoom();
        pastPlaces.leave();
        pastPlaces.signOut();
    }

    private void leaveRoom() {
        if (stay != null) {
            entrances.leave(stay);
            stay = null;
        }
        scene.setRoot(new Group());
    }
}
