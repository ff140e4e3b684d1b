package dev.tandem.desktop.fx;

import dev.tandem.protocol.room.PersonColors;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.paint.Color;

/// One of the ten colours of people, the same wherever the person is seen: name, caret, selection,
/// avatar.
///
/// On the wire a colour is its light variant; the window shows the variant of its theme. A style
/// sheet has them as `-person-color` and `-person-wash` below a node that [#paint] was called on,
/// and `-tandem-on-person` for text upon them.
///
/// @param number 1 to 10
public record PersonColor(int number) {
    private static final List<String> LIGHT = PersonColors.ALL;
    private static final List<String> DARK =
            List.of(
                    "#a371f7", "#f0883e", "#39c5cf", "#f778ba", "#94c73d", "#8ea6ff", "#4ac9a6",
                    "#e3b341", "#ff8f9c", "#a9b4c0");
    private static final List<String> STYLE_CLASSES =
            all().stream().map(PersonColor::styleClass).toList();

    public PersonColor {
        if (number < 1 || number > LIGHT.size()) {
            throw new IllegalArgumentException("There is no colour number " + number);
        }
    }

    /// The colour for a value of the wire. One that is none of the ten gets the same of them in
    /// every window.
    public static PersonColor of(String wire) {
        String value = wire.toLowerCase(Locale.ROOT);
        int index = LIGHT.indexOf(value);
        return new PersonColor(
                1 + (index >= 0 ? index : Math.floorMod(value.hashCode(), LIGHT.size())));
    }

    public static List<PersonColor> all() {
        return IntStream.rangeClosed(1, LIGHT.size()).mapToObj(PersonColor::new).toList();
    }

    public Color on(boolean dark) {
        return Color.web((dark ? DARK : LIGHT).get(number - 1));
    }

    public String styleClass() {
        return "person-" + number;
    }

    /// Gives a node and what is in it this person's colour. FX thread.
    public void paint(Node node) {
        node.getStyleClass().removeAll(STYLE_CLASSES);
        node.getStyleClass().add(styleClass());
    }
}
