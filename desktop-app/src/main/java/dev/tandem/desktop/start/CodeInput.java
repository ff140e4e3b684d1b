package dev.tandem.desktop.start;

import dev.tandem.protocol.api.InviteLink;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;

/// What the field for an invite code shows: the code in its groups of four, `K7QF-9M2P-XN4D`, with
/// the caret behind the character it was typed behind; of a pasted link, its code; a link that is
/// being typed stays as it is.
///
/// @param text what the field shows
/// @param caret in UTF-16 code units of it
record CodeInput(String text, int caret) {
    private static final int GROUP = 4;
    private static final String LINK = "tandem:";
    private static final Pattern PASTED_LINK = Pattern.compile("(?i)tandem://\\S+");

    /// A formatter for one field; `onLink` is told of a link that is pasted.
    static TextFormatter<String> formatter(Consumer<InviteLink> onLink) {
        UnaryOperator<Change> filter =
                change -> {
                    if (change.isContentChange()) {
                        shape(change, onLink);
                    }
                    return change;
                };
        return new TextFormatter<>(filter);
    }

    private static void shape(Change change, Consumer<InviteLink> onLink) {
        Optional<InviteLink> pasted = linkIn(change.getText());
        takeCharacterBesideHyphen(change);
        CodeInput input =
                pasted.map(link -> atEnd(link.code().format()))
                        .orElseGet(() -> of(change.getControlNewText(), change.getCaretPosition()));
        change.setRange(0, change.getControlText().length());
        change.setText(input.text());
        change.selectRange(input.caret(), input.caret());
        pasted.ifPresent(onLink);
    }

    /// The link in what was pasted, be there other words around it.
    static Optional<InviteLink> linkIn(String pasted) {
        Matcher found = PASTED_LINK.matcher(pasted);
        return found.find() ? InviteLink.parse(found.group()) : Optional.empty();
    }

    /// A deleted hyphen would come back at once: what is meant is the character beside it.
    private static void takeCharacterBesideHyphen(Change change) {
        int from = change.getRangeStart();
        int to = change.getRangeEnd();
        boolean onlyHyphen =
                change.getText().isEmpty()
                        && change.getControlText().substring(from, to).equals("-");
        if (onlyHyphen && from > 0 && !isLink(change.getControlText())) {
            boolean backwards = change.getControlCaretPosition() == to;
            change.setRange(backwards ? from - 1 : from, backwards ? to : to + 1);
            change.selectRange(change.getRangeStart(), change.getRangeStart());
        }
    }

    /// What was typed, in its shape.
    static CodeInput of(String typed, int caret) {
        String whole = characters(typed);
        int before = characters(typed.substring(0, caret)).length();
        if (typed.contains("://")) {
            return new CodeInput(typed, caret);
        }
        return isLink(typed)
                ? new CodeInput(whole.toLowerCase(Locale.ROOT), before)
                : new CodeInput(grouped(whole), before + hyphensBefore(before, whole.length()));
    }

    private static CodeInput atEnd(String text) {
        return new CodeInput(text, text.length());
    }

    /// The beginning of a typed link looks like that of a code until its colon.
    private static boolean isLink(String typed) {
        return characters(typed).toLowerCase(Locale.ROOT).startsWith(LINK);
    }

    /// Without spaces and hyphens; what is read alike is shown as what it is read as.
    private static String characters(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[IL]", "1")
                .replace('O', '0');
    }

    private static String grouped(String characters) {
        return characters.replaceAll("(.{%d})(?=.)".formatted(GROUP), "$1-");
    }

    /// At the end of a full group the caret goes past the hyphen, if there is one.
    private static int hyphensBefore(int before, int whole) {
        return before == whole && before > 0 ? (before - 1) / GROUP : before / GROUP;
    }
}
