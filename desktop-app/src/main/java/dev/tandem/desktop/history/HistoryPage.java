package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Confirm;
import dev.tandem.desktop.history.HistoryModel.Place;
import dev.tandem.desktop.history.HistoryModel.Stage;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Past interviews: where they are, which ones there are, and what became of each. FX thread.
public final class HistoryPage extends BorderPane {
    private static final int OUTLINES = 8;
    private static final Confirm LOSS =
            new Confirm(
                    "Leave without saving your feedback?",
                    "It could not be saved, or you wrote something else on another device. What you"
                            + " wrote here is lost if you go.",
                    "Leave");

    private final HistoryModel model;
    private final SaveAs saveAs;
    private final Exits exits;
    private final ToggleButton here = new ToggleButton("On this computer");
    private final ToggleButton relay = new ToggleButton("On a relay");
    private final Button signOut = named("history-sign-out", new Button("Sign out"));

    /// Shows the places of a model.
    ///
    /// @param saveAs asks where an export is to go
    public HistoryPage(HistoryModel model, SaveAs saveAs, Exits exits) {
        this.model = model;
        this.saveAs = saveAs;
        this.exits = exits;
        setTop(header());
        styled(this, "window", "history-page");
        model.stageProperty().subscribe(this::show);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private HBox header() {
        Button back = new Button("Back", new FontIcon(Feather.ARROW_LEFT));
        named("history-back", styled(back, "flat", "back"));
        back.setOnAction(_ -> back());
        signOut.setOnAction(_ -> whenSaved(model::signOut));
        Button verify = named("history-verify-file", new Button("Verify a file…"));
        verify.setOnAction(_ -> exits.verifyFile());
        HBox header =
                new HBox(
                        back,
                        styled(new Label("Past interviews"), "window-title"),
                        spring(),
                        styled(signOut, "flat"),
                        styled(verify, "flat"),
                        places());
        return styled(header, "header");
    }

    private HBox places() {
        named("history-here", here);
        named("history-relay-choice", relay);
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(here, relay);
        here.setOnAction(_ -> go(Place.HERE));
        relay.setOnAction(_ -> go(Place.RELAY));
        group.selectedToggleProperty()
                .subscribe((was, is) -> {
                    if (is == null && was != null) {
                        was.setSelected(true); // pressing the chosen one does not take it back
                    }
                });
        model.placeProperty().subscribe(this::choose);
        HBox choice = styled(new HBox(here, relay), "choice");
        choice.setAlignment(Pos.CENTER);
        return choice;
    }

    private void choose(Place place) {
        (place == Place.HERE ? here : relay).setSelected(true);
    }

    private void show(Stage stage) {
        boolean onRelay = model.placeProperty().get() == Place.RELAY;
        signOut.setVisible(onRelay && stage instanceof Stage.Open);
        relay.setText(
                onRelay && stage instanceof Stage.Open(String where, _)
                        ? "On " + where
                        : "On a relay");
        setCenter(content(stage));
        Platform.runLater(this::focusFirst);
    }

    private Node content(Stage stage) {
        return switch (stage) {
            case Stage.Opening _ -> outlines();
            case Stage.SigningIn(SignInModel signIn) -> inTheMiddle(new SignInForm(signIn));
            case Stage.Open(String where, ListModel list) ->
                    new ListPane(new Actions(list, where, saveAs, exits));
            case Stage.Failed(String sentence) -> Message.of(sentence, model::open);
        };
    }

    private static Node outlines() {
        VBox outlines = styled(new VBox(), "outlines");
        for (int i = 0; i < OUTLINES; i++) {
            outlines.getChildren().add(new OutlineView());
        }
        return outlines;
    }

    private static ScrollPane inTheMiddle(Node form) {
        StackPane middle = new StackPane(form);
        StackPane.setAlignment(form, Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /// Where one most likely goes on.
    public void focusFirst() {
        if (getCenter() instanceof ListPane list) {
            list.focusFirst();
        } else if (getCenter() instanceof ScrollPane scroll
                && scroll.getContent() instanceof StackPane middle
                && middle.getChildren().getFirst() instanceof SignInForm form) {
            form.focusFirst();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back();
        }
    }

    private void back() {
        whenSaved(() -> {
            model.leave();
            exits.back();
        });
    }

    private void go(Place wanted) {
        if (wanted != model.placeProperty().get()) {
            choose(model.placeProperty().get());
            whenSaved(() -> model.goTo(wanted));
        }
    }

    /// Goes on when what was written here is saved; if it cannot be, the person decides.
    public void whenSaved(Runnable go) {
        if (model.stageProperty().get() instanceof Stage.Open(_, ListModel list)
                && list.hasUnsaved()) {
            var _ =
                    list.save()
                            .thenAccept(saved -> {
                                if (saved) {
                                    go.run();
                                } else {
                                    LOSS.ask(getScene().getWindow(), go);
                                }
                            });
        } else {
            go.run();
        }
    }
}
