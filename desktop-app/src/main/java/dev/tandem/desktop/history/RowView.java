package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Pill;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.role.SessionStatus;
import java.time.ZoneId;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An interview in two lines. FX thread.
final class RowView extends VBox {
    private final Label title = styled(new Label(), "heading");
    private final Pill status = new Pill(Tone.NEUTRAL, "");
    private final Label day = styled(new Label(), "muted", "tabular");
    private final Label line = styled(new Label(), "muted", "tabular");
    private final Label tags = styled(new Label(), "subtle", "caption");

    RowView() {
        day.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(row(title, status, day), row(line, tags));
        styled(this, "interview");
    }

    /// The first takes what room there is, and gives way where there is too little.
    private static HBox row(Label first, Region... others) {
        first.setMinWidth(40);
        HBox row = new HBox(8, first, spring());
        row.getChildren().addAll(others);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(first, Priority.SOMETIMES);
        return row;
    }

    /// @param now epoch milliseconds UTC
    void show(SessionSummary session, long now) {
        SessionStatus is = session.facts().status();
        title.setText(session.facts().title());
        day.setText(HistoryWords.day(session.facts().createdAt(), now, ZoneId.systemDefault()));
        line.setText(HistoryWords.line(session));
        tags.setText(
                session.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")));
        status.show(HistoryWords.tone(is), HistoryWords.of(is));
        status.setVisible(is != SessionStatus.ENDED);
        status.setManaged(is != SessionStatus.ENDED);
    }
}
