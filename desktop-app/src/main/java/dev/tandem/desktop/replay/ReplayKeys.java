package dev.tandem.desktop.replay;

import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a replay, wherever on the page the keyboard is; but where arrows go through a text
/// or a list, they do that. FX thread.
public final class ReplayKeys {
    private static final double FAR_MS = 30_000;
    private static final Set<KeyCode> OF_TEXTS =
            Set.of(
                    KeyCode.LEFT,
                    KeyCode.RIGHT,
                    KeyCode.HOME,
                    KeyCode.END,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN);

    private final ReplayModel model;
    private final Predicate<Node> goesThrough;

    private ReplayKeys(ReplayModel model, Predicate<Node> goesThrough) {
        this.model = model;
        this.goesThrough = goesThrough;
    }

    /// Gives a page its keys.
    ///
    /// @param goesThrough whether arrows mean something of its own to a node
    public static void install(Node page, ReplayModel model, Predicate<Node> goesThrough) {
        ReplayKeys keys = new ReplayKeys(model, goesThrough);
        page.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        page.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof Node target && !isOf(target, event) && does(event)) {
            event.consume();
        }
    }

    private boolean isOf(Node target, KeyEvent event) {
        return (OF_TEXTS.contains(event.getCode()) && goesThrough.test(target))
                || (event.getCode() == KeyCode.SPACE && target instanceof ButtonBase);
    }

    private boolean does(KeyEvent event) {
        boolean forwards = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.PAGE_DOWN;
        return switch (event.getCode()) {
            case LEFT, RIGHT -> step(event, forwards);
            case PAGE_UP, PAGE_DOWN ->
                    plain(event, () -> model.stepByTime(forwards ? FAR_MS : -FAR_MS));
            case HOME -> plain(event, model::goToBegin);
            case END -> plain(event, model::goToEnd);
            case SPACE -> plain(event, model::togglePlay);
            case N -> plain(event, () -> model.stepByMark(true));
            case P -> plain(event, () -> model.stepByMark(false));
            case S -> plain(event, () -> toggle(model.skippingProperty()));
            case F -> plain(event, () -> toggle(model.followingProperty()));
            case W -> plain(event, () -> toggle(model.authorsProperty()));
            default -> false;
        };
    }

    private boolean step(KeyEvent event, boolean forwards) {
        if (event.isAltDown()) {
            return false;
        }
        if (event.isShiftDown()) {
            model.stepByRun(forwards);
        } else if (event.isShortcutDown()) {
            model.stepBySubmission(forwards);
        } else {
            model.stepByChange(forwards);
        }
        return true;
    }

    private static boolean plain(KeyEvent event, Runnable action) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain) {
            action.run();
        }
        return plain;
    }

    private static void toggle(BooleanProperty state) {
        state.set(!state.get());
    }

    /// By their signs, since these are on other keys on other keyboards.
    private void typed(KeyEvent event) {
        switch (event.getCharacter()) {
            case "[" -> model.changeSpeed(-1);
            case "]" -> model.changeSpeed(1);
            default -> {}
        }
    }
}
