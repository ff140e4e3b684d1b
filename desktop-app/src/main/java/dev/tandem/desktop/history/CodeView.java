package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// The code as it was left: the beginning of each document. FX thread.
final class CodeView {
    private static final int MOST_LINES = 200;
    private static final int MOST_IN_SIGHT = 18;

    /// Of one line: code units.
    private static final int LONGEST_LINE = 400;

    private CodeView() {}

    static Node of(List<DocumentState> documents) {
        VBox all = new VBox(24);
        for (DocumentState document : documents) {
            String heading =
                    documents.size() == 1
                            ? "The code as it was left"
                            : "%s, %s"
                                    .formatted(
                                            document.name(),
                                            Languages.of(document.language()).name());
            all.getChildren().add(DetailsPane.section(heading, preview(document)));
        }
        return all;
    }

    /// As long as the code itself is awaited.
    static Node outline() {
        VBox lines = new VBox(12);
        for (int width : new int[] {180, 240, 140, 200, 100}) {
            lines.getChildren().add(OutlineView.bar(width));
        }
        return DetailsPane.section("The code as it was left", styled(lines, "outline"));
    }

    private static Node preview(DocumentState document) {
        if (document.text().isBlank()) {
            return styled(new Label("Nothing was written."), "muted");
        }
        TextArea area = named("history-preview", styled(new TextArea(), "code"));
        area.setText(beginning(document.text()));
        area.setEditable(false);
        area.setAccessibleText("The code as it was left");
        area.setPrefRowCount(Math.min(MOST_IN_SIGHT, 1 + (int) area.getText().lines().count()));
        long more = document.text().lines().count() - MOST_LINES;
        return more > 0
                ? new VBox(
                        8,
                        area,
                        styled(
                                new Label("%,d more lines are not shown here.".formatted(more)),
                                "muted",
                                "caption"))
                : area;
    }

    private static String beginning(String text) {
        return text.lines()
                .limit(MOST_LINES)
                .map(line ->
                        line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .collect(Collectors.joining("\n"));
    }
}
