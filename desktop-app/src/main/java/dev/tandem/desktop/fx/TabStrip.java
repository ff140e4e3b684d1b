package dev.tandem.desktop.fx;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of tabs 40 high with a line under the selected one, and room for controls at its end. The
/// arrow keys go from tab to tab. FX thread.
public final class TabStrip extends HBox {
    private final HBox tabs = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final ReadOnlyObjectWrapper<@Nullable Tab> selected =
            new ReadOnlyObjectWrapper<>(this, "selected");

    public TabStrip() {
        getStyleClass().add("tab-strip");
        tabs.getStyleClass().add("tabs");
        tabs.setAccessibleRole(AccessibleRole.TAB_PANE);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(tabs, space);
        group.selectedToggleProperty().subscribe(this::keepOneSelected);
        tabs.addEventFilter(KeyEvent.KEY_PRESSED, this::onArrow);
    }

    /// Adds a tab at the end; the first one is selected.
    public Tab add(String title) {
        Tab tab = new Tab(title);
        tab.setToggleGroup(group);
        tabs.getChildren().add(tab);
        if (selected.get() == null) {
            tab.setSelected(true);
        }
        return tab;
    }

    /// Puts controls at the right end.
    public void end(Node... controls) {
        getChildren().addAll(controls);
    }

    /// The selected tab, null while there is none.
    public ReadOnlyObjectProperty<@Nullable Tab> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    private void keepOneSelected(@Nullable Toggle was, @Nullable Toggle is) {
        if (is instanceof Tab tab) {
            selected.set(tab);
        } else if (was != null) {
            was.setSelected(true);
        }
    }

    private void onArrow(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case LEFT, KP_LEFT -> -1;
                    case RIGHT, KP_RIGHT -> 1;
                    default -> 0;
                };
        if (step != 0) {
            event.consume();
            select(group.getToggles().indexOf(group.getSelectedToggle()) + step);
        }
    }

    private void select(int index) {
        if (index >= 0
                && index < tabs.getChildren().size()
                && tabs.getChildren().get(index) instanceof Tab tab) {
            tab.setSelected(true);
            tab.requestFocus();
        }
    }

    /// One tab; its title may change or be bound.
    public static final class Tab extends ToggleButton {
        private Tab(String title) {
            super(title);
            getStyleClass().setAll("tab");
            setAccessibleRole(AccessibleRole.TAB_ITEM);
        }
    }
}
