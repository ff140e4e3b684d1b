package dev.tandem.desktop.coderun;

import java.util.List;
import java.util.stream.Stream;

/// A text in one look.
///
/// @param classes of the style sheet
record InkedText(String text, List<String> classes) {
    InkedText {
        classes = List.copyOf(classes);
    }

    InkedText with(String styleClass) {
        return new InkedText(text, Stream.concat(Stream.of(styleClass), classes.stream()).toList());
    }
}
