package dev.tandem.desktop.fx;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A person as a disc with initials; a dot says whether they are connected. FX thread.
public final class Avatar extends StackPane {
    private static final String AWAY = "away";

    private final String description;
    private final BooleanProperty connected = new SimpleBooleanProperty(this, "connected", true);
    private final Tooltip tooltip = new Tooltip();
    private String hint = "";

    public Avatar(String name, PersonColor color) {
        this(name, name, color);
    }

    /// @param description who it is in words: `Ada Kaya, interviewer`
    public Avatar(String name, String description, PersonColor color) {
        this.description = description;
        Region disc = new Region();
        disc.getStyleClass().add("disc");
        Label initials = new Label(Initials.of(name));
        initials.getStyleClass().add("initials");
        Region presence = new Region();
        presence.getStyleClass().add("presence");
        setAlignment(presence, Pos.BOTTOM_RIGHT);
        getChildren().addAll(disc, initials, presence);
        getStyleClass().add("avatar");
        color.paint(this);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(this, tooltip);
        connected.subscribe(this::showPresence);
    }

    public BooleanProperty connectedProperty() {
        return connected;
    }

    /// Says what a click does, beside who it is.
    public void setHint(String words) {
        hint = words;
        showPresence(connected.get());
    }

    private void showPresence(boolean here) {
        getStyleClass().remove(AWAY);
        if (!here) {
            getStyleClass().add(AWAY);
        }
        String words = description + (here ? ", connected" : ", not connected");
        setAccessibleText(words);
        tooltip.setText(hint.isEmpty() ? words : words + "\n" + hint);
    }
}
