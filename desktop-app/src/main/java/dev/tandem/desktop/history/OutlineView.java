package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where an interview will stand. FX thread.
final class OutlineView extends VBox {
    OutlineView() {
        super(8, new HBox(bar(220), spring(), bar(64)), bar(160));
        styled(this, "interview", "outline");
    }

    /// @param width as wide as words of that kind often are
    static Region bar(double width) {
        Region bar = styled(new Region(), "bar");
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        return bar;
    }
}
