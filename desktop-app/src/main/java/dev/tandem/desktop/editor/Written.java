package dev.tandem.desktop.editor;

import dev.tandem.desktop.fx.PersonColor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A piece of a text in the colour of who wrote it.
///
/// @param from offset of its first code unit
/// @param to offset after its last one
public record Written(int from, int to, PersonColor by) {

    /// Puts people's colours behind the styles of a part of a text.
    ///
    /// @param from where the part begins
    /// @param all in order, apart from each other
    static StyleSpans<Collection<String>> behind(
            StyleSpans<Collection<String>> styles, int from, List<Written> all) {
        int to = from + styles.length();
        StyleSpansBuilder<Collection<String>> people = new StyleSpansBuilder<>();
        int end = from;
        for (Written written : all) {
            int first = Math.clamp(written.from, end, to);
            int last = Math.clamp(written.to, first, to);
            if (first < last) {
                people.add(List.of(), first - end);
                people.add(List.of("written", written.by.styleClass()), last - first);
                end = last;
            }
        }
        people.add(List.of(), to - end);
        return all.isEmpty() ? styles : styles.overlay(people.create(), Written::both);
    }

    private static Collection<String> both(Collection<String> style, Collection<String> person) {
        if (person.isEmpty()) {
            return style;
        }
        List<String> both = new ArrayList<>(style);
        both.addAll(person);
        return both;
    }
}
