package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Plays, and goes from place to place: buttons, the time, and the time line. FX thread.
public final class PlayerBar extends VBox {
    /// From this width on there is room for a word about the keys.
    private static final double ROOMY = 1_180;

    private final ReplayModel model;
    private final Button play = named("play", styled(new Button("Play"), "accent"));
    private final MenuButton speed = named("speed", new MenuButton());
    private final Label time = named("time", styled(new Label(), "timer"));
    private final Label whole = named("whole-time", styled(new Label(), "muted", "tabular"));
    private final TimeBar line;

    public PlayerBar(ReplayModel model) {
        this.model = model;
        line = new TimeBar(model);
        HBox row =
                new HBox(
                        play(),
                        step(
                                "change-before",
                                Feather.CHEVRON_LEFT,
                                "One change back (←)",
                                () -> model.stepByChange(false)),
                        step(
                                "change-after",
                                Feather.CHEVRON_RIGHT,
                                "One change on (→)",
                                () -> model.stepByChange(true)),
                        step(
                                "run-before",
                                Feather.SKIP_BACK,
                                "To the run before (Shift+←)",
                                () -> model.stepByRun(false)),
                        step(
                                "run-after",
                                Feather.SKIP_FORWARD,
                                "To the next run (Shift+→)",
                                () -> model.stepByRun(true)),
                        speed(),
                        toggle(
                                "skip",
                                "Skip pauses",
                                model.skippingProperty(),
                                "Leave out pauses of more than 5 seconds (S)"),
                        toggle(
                                "follow",
                                "Follow",
                                model.followingProperty(),
                                "Stay with whoever writes (F)"),
                        time,
                        whole,
                        spring(),
                        hint());
        getChildren().addAll(styled(row, "player-row"), line);
        styled(this, "panel", "player");
        time.setMinWidth(USE_PREF_SIZE);
        whole.setMinWidth(USE_PREF_SIZE);
        TimeAxis axis = model.story().axis();
        whole.setText("of " + axis.words(axis.end()));
        keepFresh(this::showTime, model.instantProperty());
        keepFresh(this::showPlaying, model.playingProperty());
        keepFresh(this::showSpeed, model.speedProperty());
    }

    /// Takes the keyboard to the time line.
    public void focusWithin() {
        line.track().requestFocus();
    }

    private Button play() {
        play.setOnAction(_ -> model.togglePlay());
        play.setMinWidth(92);
        return play;
    }

    private static Button step(String id, Feather icon, String words, Runnable go) {
        Button button = named(id, styled(new Button("", new FontIcon(icon)), "icon"));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> go.run());
        return button;
    }

    private MenuButton speed() {
        for (double times : Player.SPEEDS) {
            MenuItem item = new MenuItem(words(times));
            item.setOnAction(_ -> model.setSpeed(times));
            speed.getItems().add(item);
        }
        speed.setTooltip(new Tooltip("Speed ([ is slower, ] is quicker)"));
        speed.setMinWidth(74);
        return speed;
    }

    private static ToggleButton toggle(
            String id, String words, BooleanProperty state, String what) {
        ToggleButton toggle = named(id, new ToggleButton(words));
        toggle.selectedProperty().bindBidirectional(state);
        toggle.setTooltip(new Tooltip(what));
        toggle.setAccessibleText(words + ". " + what);
        toggle.setMinWidth(USE_PREF_SIZE);
        return toggle;
    }

    private Label hint() {
        Label hint =
                styled(
                        new Label("Space plays · ← → one change · Shift ← → one run · N next mark"),
                        "muted",
                        "caption");
        hint.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private void showTime() {
        time.setText(model.story().axis().words((long) model.instantProperty().get()));
    }

    private void showPlaying() {
        boolean playing = model.playingProperty().get();
        play.setText(playing ? "Pause" : "Play");
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setTooltip(new Tooltip(playing ? "Pause (Space)" : "Play (Space)"));
    }

    private void showSpeed() {
        String words = words(model.speedProperty().get());
        speed.setText(words);
        speed.setAccessibleText("Speed " + words);
    }

    private static String words(double times) {
        return times < 1 ? "½ ×" : "%d ×".formatted((int) times);
    }
}
