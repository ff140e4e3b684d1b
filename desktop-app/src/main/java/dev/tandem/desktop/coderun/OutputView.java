package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.RunPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What a run printed, and what was typed for it, as it comes. However much comes at a time, each
/// frame takes in only so much; and only the end of a very long output is kept here, since nobody
/// scrolls through the rest. It shows the end unless one has scrolled away from it. FX thread.
final class OutputView extends VBox {
    /// Code units taken in by one frame.
    private static final int AT_ONCE = 16_384;

    private static final int MOST_LINES = 20_000;
    private static final int MOST_LENGTH = 1_500_000;

    private final Predicate<RunPart> wanted;
    private final OutputArea area;
    private final Label cutOff = styled(new Label(), "muted", "caption", "output-cut");
    private final SimpleBooleanProperty cut = new SimpleBooleanProperty(this, "cut");
    private final Deque<RunPart> waiting = new ArrayDeque<>();
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    lookWhereOneIs();
                    takeIn();
                }
            };
    private Printer printer = new Printer();
    private @Nullable RunId shown;
    private PVector<RunPart> taken = TreePVector.empty();
    private boolean following = true;

    /// In so many frames it is known where one has scrolled to.
    private int untilLaidOut;

    /// @param wanted which parts are shown
    OutputView(String id, String accessibleText, Predicate<RunPart> wanted) {
        this.wanted = wanted;
        area = named(id, new OutputArea(accessibleText));
        setId(id + "-view");
        VirtualizedScrollPane<OutputArea> scroll = new VirtualizedScrollPane<>(area);
        showWhile(cut, cutOff);
        cutOff.setText("Earlier output is not shown here.");
        getChildren().addAll(cutOff, growing(scroll));
        area.setContextMenu(menu());
        scroll.addEventFilter(ScrollEvent.SCROLL, _ -> scrolled());
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> following = false);
        scroll.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> scrolled());
        scroll.addEventFilter(KeyEvent.KEY_RELEASED, _ -> scrolled());
    }

    /// Shows a run, and of one that is shown already what is new.
    void show(@Nullable Run run) {
        PVector<RunPart> parts = run == null ? TreePVector.empty() : run.transcript().parts();
        if (run == null || !run.runId().equals(shown) || !goesOn(parts)) {
            clear();
            shown = run == null ? null : run.runId();
        }
        boolean idle = waiting.isEmpty();
        cut.set(cut.get() || (run != null && run.transcript().cut()));
        for (int i = taken.size(); i < parts.size(); i++) {
            waiting.add(parts.get(i));
        }
        taken = parts;
        if (idle) {
            takeIn();
        }
    }

    private boolean goesOn(PVector<RunPart> parts) {
        return taken.isEmpty()
                || (parts.size() >= taken.size() && parts.getFirst().equals(taken.getFirst()));
    }

    private void clear() {
        frames.stop();
        waiting.clear();
        taken = TreePVector.empty();
        printer = new Printer();
        following = true;
        untilLaidOut = 0;
        cut.set(false);
        area.clear();
    }

    private void takeIn() {
        List<InkedText> pieces = new ArrayList<>();
        int length = 0;
        while (length < AT_ONCE && !waiting.isEmpty()) {
            RunPart part = next(AT_ONCE - length);
            length += part.text().length();
            if (wanted.test(part)) {
                pieces.addAll(printer.print(part));
            }
        }
        goOn();
        if (!pieces.isEmpty()) {
            area.add(pieces);
            shorten();
            if (following) {
                area.showParagraphAtBottom(area.lines() - 1);
            }
        }
    }

    /// The next part that waits, or as much of it as is wanted.
    private RunPart next(int most) {
        RunPart part = waiting.removeFirst();
        if (part.text().length() <= most) {
            return part;
        }
        int end = Character.isLowSurrogate(part.text().charAt(most)) ? most + 1 : most;
        waiting.addFirst(part.from(end));
        return part.upTo(end);
    }

    private void shorten() {
        int spare = area.lines() - MOST_LINES;
        if (spare > MOST_LINES / 10 || area.getLength() > MOST_LENGTH) {
            area.drop(Math.max(spare, area.lines() / 10));
            cut.set(true);
        }
    }

    private void goOn() {
        if (waiting.isEmpty() && untilLaidOut == 0) {
            frames.stop();
        } else {
            frames.start();
        }
    }

    /// Whether one wants to see the end is told by what one sees once it is laid out.
    private void scrolled() {
        following = false;
        untilLaidOut = 3;
        goOn();
    }

    private void lookWhereOneIs() {
        if (untilLaidOut > 0 && --untilLaidOut == 0) {
            int visible = area.getVisibleParagraphs().size();
            following =
                    visible == 0 || area.visibleParToAllParIndex(visible - 1) == area.lines() - 1;
        }
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(_ -> area.copy());
        MenuItem copyAll = new MenuItem("Copy all");
        copyAll.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(area.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        MenuItem selectAll = new MenuItem("Select all");
        selectAll.setOnAction(_ -> area.selectAll());
        return new ContextMenu(copy, copyAll, selectAll);
    }
}
