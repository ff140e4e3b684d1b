package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.CopyButton;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.session.TextState;
import dev.tandem.desktop.session.Withdrawn;
import dev.tandem.protocol.intent.Refusal;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One line below the editor: what is not as usual, and for a moment what was just refused or put
/// right. It takes its room at the lower edge, so that no text above it moves. FX thread.
final class NoticeBar extends HBox {
    private static final Duration MOMENT = Duration.seconds(8);

    private final RoomStore room;
    private final Runnable onBack;
    private final Label sentence = named("notice", new Label());
    private final PauseTransition moment = new PauseTransition(MOMENT);
    private boolean said;

    NoticeBar(RoomStore room, Runnable onBack) {
        this.room = room;
        this.onBack = onBack;
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        setAccessibleRole(AccessibleRole.TEXT);
        styled(this, "notice-bar");
        moment.setOnFinished(_ -> showUsual());
        keepFresh(
                this::refresh,
                room.connectionProperty(),
                room.textStateProperty(),
                room.sessionProperty(),
                room.mayProperty(),
                room.youProperty());
        room.lastRefusalProperty().subscribe((_, refusal) -> onRefusal(refusal));
        room.lastWithdrawnProperty().subscribe((_, withdrawn) -> onWithdrawn(withdrawn));
        room.textStateProperty().subscribe(this::onTextState);
    }

    /// Says why something was not done, for a moment.
    void refuse(String why) {
        say(Tone.WARN, why);
    }

    private void onTextState(TextState state) {
        if (state == TextState.REPAIRED) {
            say(
                    Tone.INFO,
                    "Your text differed from the relay's and was put right."
                            + " What you had not sent yet was kept.");
        }
    }

    private void say(Tone tone, String words) {
        said = true;
        show(tone, words, dismiss());
        moment.playFromStart();
    }

    private void onRefusal(@Nullable Refusal refusal) {
        if (refusal != null) {
            refuse(refusal.message());
        }
    }

    /// Stays until it is dismissed: what was typed must not get lost.
    private void onWithdrawn(@Nullable Withdrawn withdrawn) {
        if (withdrawn != null) {
            moment.stop();
            said = true;
            show(
                    Tone.WARN,
                    "What you typed last could not be taken. You can copy it and try again.",
                    named(
                            "copy-withdrawn",
                            new CopyButton("Copy it", "Copy what you typed", withdrawn::text)),
                    dismiss());
        }
    }

    /// What was just said stays as long as it is to, unless there is nothing left to do here.
    private void refresh() {
        RoomNotice notice = RoomNotice.of(room);
        if (!said || (notice != null && notice.leadsBack())) {
            showUsual();
        }
    }

    private void showUsual() {
        said = false;
        moment.stop();
        RoomNotice notice = RoomNotice.of(room);
        if (notice == null) {
            setVisible(false);
            setManaged(false);
        } else if (notice.leadsBack()) {
            show(notice.tone(), notice.sentence(), back());
        } else {
            show(notice.tone(), notice.sentence());
        }
    }

    private void show(Tone tone, String words, Node... actions) {
        sentence.setText(words);
        setAccessibleText(words);
        tone.paint(this);
        getChildren().setAll(growing(sentence));
        getChildren().addAll(actions);
        setManaged(true);
        setVisible(true);
    }

    private Button back() {
        Button back = named("back-to-start", new Button("Back to start"));
        back.setOnAction(_ -> onBack.run());
        return back;
    }

    private Button dismiss() {
        Button dismiss = named("dismiss", styled(new Button("Dismiss"), "flat"));
        dismiss.setMinWidth(Region.USE_PREF_SIZE); // the sentence can take two lines
        dismiss.setOnAction(_ -> showUsual());
        return dismiss;
    }
}
