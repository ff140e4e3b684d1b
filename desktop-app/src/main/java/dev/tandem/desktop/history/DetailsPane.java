package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.protocol.api.SessionSummary;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What there is to know of the interview that is selected, and what can be done with it. FX
/// thread.
final class DetailsPane extends BorderPane {
    private final Actions actions;
    private final Button replay = named("history-replay", new Button("Replay"));
    private final ExportMenu export;
    private final Button delete = named("history-delete", new Button("Delete…"));
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane code = new StackPane();
    private final HBox buttons;
    private @Nullable FeedbackView feedback;
    private @Nullable SessionSummary known;

    DetailsPane(Actions actions) {
        this.actions = actions;
        export =
                new ExportMenu(
                        "history-export", format -> actions.export(getScene().getWindow(), format));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        styled(this, "panel", "line-left", "interview-details");
        styled(replay, "accent");
        styled(delete, "danger");
        buttons = buttons();
        actions.model().detailsProperty().subscribe(this::show);
        actions.model().errandProperty().subscribe(_ -> allow());
        replay.setOnAction(_ -> actions.replay());
        delete.setOnAction(_ -> actions.delete(getScene().getWindow()));
    }

    private void show(Details details) {
        SessionSummary session = details.session();
        if (session == null) {
            known = null;
            setCenter(Message.of("What became of an interview is shown here."));
            setBottom(null);
            return;
        }
        if (!session.equals(known)) {
            showKnown(session);
        }
        code.getChildren().setAll(code(details));
        allow();
    }

    /// What the list knows of it. It stays when the rest comes: to make it anew takes half a frame.
    private void showKnown(SessionSummary session) {
        SessionSummary before = known;
        known = session;
        VBox content =
                new VBox(
                        FactsView.of(session, actions::verify),
                        section("Feedback", feedback(session)),
                        PeopleView.of(session),
                        code);
        styled(content, "content");
        scroll.setContent(content);
        if (before == null || !before.id().equals(session.id())) {
            scroll.setVvalue(0);
        }
        setCenter(scroll);
        setBottom(buttons);
    }

    /// The same as before as long as it is about the same interview: somebody may be writing there.
    private FeedbackView feedback(SessionSummary session) {
        FeedbackModel model = actions.model().feedback(session);
        FeedbackView view = feedback;
        if (view == null || view.model() != model) {
            view = new FeedbackView(model);
            feedback = view;
        }
        return view;
    }

    private Node code(Details details) {
        return switch (details) {
            case Details.Nothing _ -> new VBox();
            case Details.Coming _ -> CodeView.outline();
            case Details.Whole(_, var documents) -> CodeView.of(documents);
            case Details.Failed(SessionSummary session, String sentence) -> {
                Message message = Message.of(sentence, () -> actions.model().loadDetails(session));
                VBox.setVgrow(message, Priority.ALWAYS);
                yield message;
            }
        };
    }

    private HBox buttons() {
        HBox buttons = new HBox(8, replay, export, spring(), delete);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return styled(growing(buttons), "actions", "line-above");
    }

    /// One thing at a time; what is not over cannot be deleted.
    private void allow() {
        SessionSummary session = actions.model().selected();
        boolean busy = actions.model().errandProperty().get().isGoingOn();
        replay.setDisable(busy);
        export.setDisable(busy);
        delete.setDisable(busy || session == null || !Actions.mayDelete(session));
    }

    /// A heading with something below it.
    static VBox section(String heading, Node... below) {
        VBox section = styled(new VBox(8, styled(new Label(heading), "heading")), "section");
        section.getChildren().addAll(below);
        return section;
    }
}
