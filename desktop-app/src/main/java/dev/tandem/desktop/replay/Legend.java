package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What the signs in the lanes mean, as far as there are any. FX thread.
final class Legend extends HBox {
    Legend(Story story) {
        for (Sign sign : Sign.values()) {
            if (sign.isIn(story)) {
                Label words = styled(new Label(sign.words(), sign.icon()), "caption");
                words.setMinWidth(USE_PREF_SIZE);
                getChildren().add(words);
            }
        }
        named("legend", styled(this, "legend"));
    }
}
