package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import java.time.InstantSource;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A row of the list; what it is made of is made once. FX thread.
final class InterviewCell extends ListCell<Row> {
    private final InstantSource now = InstantSource.system();
    private final IntConsumer onShown;
    private final RowView interview = new RowView();
    private final OutlineView outline = new OutlineView();
    private final Label sentence = styled(new Label(), "bad");
    private final HBox trouble;

    /// Shows nothing yet.
    ///
    /// @param onShown is told which rows come in sight
    InterviewCell(IntConsumer onShown, Runnable onAgain) {
        this.onShown = onShown;
        Hyperlink again = named("history-more", new Hyperlink("Try again"));
        again.setOnAction(_ -> onAgain.run());
        again.setMinWidth(USE_PREF_SIZE);
        trouble = styled(new HBox(8, sentence, again), "interview");
        trouble.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0); // as wide as the list is
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : content(row));
        if (!empty) {
            onShown.accept(getIndex());
        }
        setMouseTransparent(!(row instanceof Row.Interview) && !(row instanceof Row.Trouble));
    }

    private Node content(Row row) {
        return switch (row) {
            case Row.Interview(var session) -> {
                interview.show(session, now.millis());
                yield interview;
            }
            case Row.Outline _ -> outline;
            case Row.Trouble(String why) -> {
                sentence.setText(why);
                yield trouble;
            }
        };
    }
}
