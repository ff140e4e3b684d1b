package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.SessionSummary;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What there is to know of the interview that is selected, and what can be done with it. FX
/// thread.
final class DetailsPane extends BorderPane {
    private final Actions actions;
    private final Button replay = named("history-replay", new Button("Replay"));
    private final MenuButton export = named("history-export", new MenuButton("Export…"));
    private final Button delete = named("history-delete", new Button("Delete…"));
    private final ScrollPane scroll = new ScrollPane();

    DetailsPane(Actions actions) {
        this.actions = actions;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        styled(this, "panel", "line-left", "interview-details");
        styled(replay, "accent");
        styled(delete, "danger");
        actions.model().detailsProperty().subscribe(this::show);
        actions.model().errandProperty().subscribe(_ -> allow());
        replay.setOnAction(_ -> actions.replay());
        delete.setOnAction(_ -> actions.delete(getScene().getWindow()));
        export.getItems()
                .setAll(Arrays.stream(ExportFormat.values()).map(this::exportItem).toList());
    }

    private MenuItem exportItem(ExportFormat format) {
        MenuItem item = new MenuItem(format.title());
        item.setId("history-export-" + format.word());
        item.setOnAction(_ -> actions.export(getScene().getWindow(), format));
        return item;
    }

    private void show(Details details) {
        SessionSummary session = details.session();
        if (session == null) {
            setCenter(Message.of("What became of an interview is shown here."));
            setBottom(null);
            return;
        }
        VBox content = styled(new VBox(FactsView.of(session), PeopleView.of(session)), "content");
        content.getChildren().add(code(details));
        scroll.setContent(content);
        scroll.setVvalue(0);
        setCenter(scroll);
        setBottom(buttons());
        allow();
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
        HBox buttons = new HBox(8, export, spring(), delete);
        if (actions.offersReplay()) {
            buttons.getChildren().addFirst(replay);
        }
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
