package dev.tandem.desktop.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// F6 takes the keyboard from pane to pane, with Shift the other way round. FX thread.
final class PaneCycle {
    /// @param enter takes the keyboard into the pane
    record Stop(Node pane, Runnable enter) {}

    private final Node page;
    private final List<Stop> stops;

    private PaneCycle(Node page, List<Stop> stops) {
        this.page = page;
        this.stops = stops;
    }

    static void install(Node page, Stop... stops) {
        PaneCycle cycle = new PaneCycle(page, List.of(stops));
        page.addEventFilter(KeyEvent.KEY_PRESSED, cycle::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F6) {
            event.consume();
            int to = current() + (event.isShiftDown() ? -1 : 1);
            stops.get(Math.floorMod(to, stops.size())).enter().run();
        }
    }

    private int current() {
        Node focused = page.getScene().getFocusOwner();
        for (int i = 0; i < stops.size(); i++) {
            if (isWithin(focused, stops.get(i).pane())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWithin(@Nullable Node node, Node pane) {
        return node != null && (node.equals(pane) || isWithin(node.getParent(), pane));
    }
}
