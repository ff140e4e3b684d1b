package dev.tandem.desktop.editor;

import dev.tandem.protocol.id.ParticipantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A small mark, in their colour, of everyone whose caret is out of sight: on the scroll bar, as
/// high as their line is in the text, or at the edge of a line that is in sight and goes on beyond
/// it. A click on one goes there. Lies exactly over the area and its scroll bars. FX thread.
final class CaretMarks extends Pane {
    /// Of a mark's place to click; what is seen of it is smaller.
    private static final double SIZE = 10;

    private final SharedArea area;
    private final RemoteCarets carets;
    private final ScrollBar bar;
    private final Consumer<ParticipantId> onClick;
    private final Map<ParticipantId, CaretMark> marks = new HashMap<>();
    private Map<ParticipantId, PersonMark> people = Map.of();

    private enum Where {
        ON_BAR,
        LEFT,
        RIGHT
    }

    private record Wish(CaretMark mark, Where where, double middle, String words) {}

    /// @param bar the vertical scroll bar
    /// @param onClick hears whose mark was clicked
    CaretMarks(
            SharedArea area, RemoteCarets carets, ScrollBar bar, Consumer<ParticipantId> onClick) {
        this.area = area;
        this.carets = carets;
        this.bar = bar;
        this.onClick = onClick;
        getStyleClass().add("caret-marks");
        setPickOnBounds(false);
    }

    /// Looks where everyone is. Once per frame, when everything is laid out.
    void look(Sight sight) {
        if (!people.equals(carets.people())) {
            people = carets.people();
            makeMarks();
        }
        Map<Where, List<Wish>> wishes = new EnumMap<>(Where.class);
        marks.forEach((id, mark) -> {
            Wish wish = wish(id, mark, sight);
            if (wish == null) {
                mark.setVisible(false);
            } else {
                wishes.computeIfAbsent(wish.where, _ -> new ArrayList<>()).add(wish);
            }
        });
        wishes.forEach((where, there) -> stand(where, there, sight));
    }

    /// Whose mark is shown, with its words.
    Map<ParticipantId, String> shown() {
        Map<ParticipantId, String> shown = new HashMap<>();
        marks.forEach((id, mark) -> {
            if (mark.isVisible()) {
                shown.put(id, mark.getAccessibleText());
            }
        });
        return shown;
    }

    private void makeMarks() {
        marks.clear();
        people.forEach(
                (id, person) -> marks.put(id, new CaretMark(person, () -> onClick.accept(id))));
        getChildren().setAll(marks.values());
    }

    private @Nullable Wish wish(ParticipantId id, CaretMark mark, Sight sight) {
        RemoteCaret caret = carets.of(id);
        if (caret == null) {
            return null;
        }
        Bounds bounds = caret.bounds();
        if (bounds != null && sight.hasLineOf(bounds)) {
            return sight.has(bounds) ? null : beside(mark, bounds, sight);
        }
        return bar.isVisible() ? onBar(mark, caret.line()) : null;
    }

    private static Wish beside(CaretMark mark, Bounds caret, Sight sight) {
        boolean left = caret.getCenterX() < sight.left();
        return new Wish(
                mark,
                left ? Where.LEFT : Where.RIGHT,
                caret.getCenterY(),
                mark.name() + (left ? ", further left" : ", further right"));
    }

    private Wish onBar(CaretMark mark, int line) {
        double part = (line + 0.5) / area.getParagraphs().size();
        return new Wish(
                mark,
                Where.ON_BAR,
                part * bar.getHeight(),
                String.format(Locale.ENGLISH, "%s, line %,d", mark.name(), line + 1));
    }

    private void stand(Where where, List<Wish> there, Sight sight) {
        there.sort(
                Comparator.comparingDouble(Wish::middle).thenComparing(wish -> wish.mark.name()));
        double x =
                switch (where) {
                    case ON_BAR -> bar.getLayoutX();
                    case LEFT -> sight.left();
                    case RIGHT -> sight.right() - SIZE;
                };
        double width = where == Where.ON_BAR ? bar.getWidth() : SIZE;
        double[] tops = there.stream().mapToDouble(wish -> wish.middle - SIZE / 2).toArray();
        spread(tops, SIZE, sight.height());
        for (int i = 0; i < tops.length; i++) {
            CaretMark mark = there.get(i).mark;
            mark.show(where != Where.ON_BAR, there.get(i).words);
            mark.resizeRelocate(x, (double) Math.round(tops[i]), width, SIZE);
        }
    }

    /// Moves what would cover each other apart, and all into the room that there is.
    ///
    /// @param tops in ascending order
    static void spread(double[] tops, double size, double room) {
        double least = 0;
        for (int i = 0; i < tops.length; i++) {
            tops[i] = Math.max(tops[i], least);
            least = tops[i] + size;
        }
        double most = room - size;
        for (int i = tops.length - 1; i >= 0; i--) {
            tops[i] = Math.min(tops[i], most);
            most = tops[i] - size;
        }
    }
}
