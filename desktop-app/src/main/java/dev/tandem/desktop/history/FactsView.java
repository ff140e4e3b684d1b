package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.room.SessionFacts;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An interview's title and what else is known of it, line by line. FX thread.
final class FactsView {
    private FactsView() {}

    /// @param onVerify when one wants to know whether it was changed
    static VBox of(SessionSummary session, Runnable onVerify) {
        Label title = styled(new Label(session.facts().title()), "section-title");
        title.setWrapText(true);
        return new VBox(12, named("history-title", title), facts(session, onVerify));
    }

    private static GridPane facts(SessionSummary session, Runnable onVerify) {
        SessionFacts facts = session.facts();
        GridPane grid = styled(new GridPane(), "facts");
        ColumnConstraints names = new ColumnConstraints(76);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        add(grid, "When", HistoryWords.time(facts, ZoneId.systemDefault()));
        add(grid, "Took", HistoryWords.took(facts));
        add(grid, "Language", Languages.of(session.language()).name());
        SessionSize size = session.size();
        if (size != null) {
            add(grid, "Runs", count(size.runs()));
            add(grid, "Handed in", count(size.submissions()));
            add(grid, "Recorded", HistoryWords.size(size));
        }
        add(grid, "Noted", HistoryWords.noted(session.noted()));
        if (!session.tags().isEmpty()) {
            add(grid, "Tags", String.join(", ", session.tags()));
        }
        Hyperlink verify =
                named("history-verify", new Hyperlink("Verify that it was not changed…"));
        verify.setOnAction(_ -> onVerify.run());
        add(grid, "Proof", verify);
        return grid;
    }

    private static String count(int times) {
        return switch (times) {
            case 0 -> "never";
            case 1 -> "once";
            case 2 -> "twice";
            default -> "%,d times".formatted(times);
        };
    }

    private static void add(GridPane grid, String name, String value) {
        Label said = styled(new Label(value), "tabular");
        said.setWrapText(true);
        add(grid, name, said);
    }

    private static void add(GridPane grid, String name, Node value) {
        grid.addRow(grid.getRowCount(), styled(new Label(name), "muted"), value);
    }
}
