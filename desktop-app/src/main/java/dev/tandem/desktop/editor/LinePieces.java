package dev.tandem.desktop.editor;

import dev.tandem.desktop.fx.Unseen;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOpsBase;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.TextOps;

/// Keeps a line in pieces, each of which is a node of its own, where one node would not do. FX
/// thread.
///
/// Laying out a stretch of text can cost the square of its length, and all of a stretch is drawn
/// even if one end of it is on screen; so no piece is long. And the text control takes a node that
/// goes in both directions for several lines, and would not find the line below; so a piece goes in
/// one. A piece ends where no character as people see it goes on. Letters that join, as Arabic ones
/// do, do not join across its end, so long pieces end at blanks where there are some.
final class LinePieces extends SegmentOpsBase<String, Collection<String>>
        implements TextOps<String, Collection<String>> {
    /// The longest piece of plain letters, where only the number of pieces costs.
    static final int MOST = 4_000;

    /// The longest piece with letters that are shaped or joined, or go from right to left.
    static final int MOST_SHAPED = 250;

    /// No letter below goes from right to left.
    private static final char FIRST_LEFTWARDS = '\u0590';

    /// A line that turns more often, which no one writes, is not cut where it turns.
    private static final int MOST_TURNS = 400;

    /// How far from the end of a piece a blank is looked for.
    private static final int NEAR = 40;

    LinePieces() {
        super("");
    }

    /// A text as the text control takes it.
    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            String text, Collection<String> lineStyle, Collection<String> style) {
        return isAnyLineLong(text) || turns(text)
                ? inPieces(text, lineStyle, style)
                : ReadOnlyStyledDocument.fromString(text, lineStyle, style, this);
    }

    /// A line in other pieces, and otherwise as it is.
    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> line(
            List<String> cut, Paragraph<Collection<String>, String, Collection<String>> before) {
        return new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                        this, before.getParagraphStyle())
                .addParagraph(cut, before.getStyleSpans())
                .build();
    }

    /// Whether a text has letters that go from right to left.
    static boolean turns(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_LEFTWARDS) {
                return Bidi.requiresBidi(Unseen.shown(text).toCharArray(), 0, text.length());
            }
        }
        return false;
    }

    /// A line as its pieces, of which there is one at least.
    static List<String> cut(String line) {
        List<String> pieces = new ArrayList<>();
        if (turns(line)) {
            cutWhereItTurns(line, pieces);
        } else {
            cutToLength(line, pieces);
        }
        return pieces;
    }

    private static void cutWhereItTurns(String line, List<String> pieces) {
        // JavaFX takes the direction of the first letter for that of the line.
        Bidi bidi = new Bidi(Unseen.shown(line), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (bidi.getRunCount() > MOST_TURNS) {
            cutToLength(line, pieces);
            return;
        }
        for (int run = 0; run < bidi.getRunCount(); run++) {
            String part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            if (isLeftwards(bidi.getRunLevel(run))) {
                cutLettersFromSigns(part, pieces);
            } else {
                cutToLength(part, pieces);
            }
        }
        if (pieces.size() > 1 && isLeftwards(bidi.getLevelAt(0))) {
            cutFirstLetter(pieces);
        }
    }

    private static boolean isLeftwards(int level) {
        return level % 2 != 0;
    }

    // JavaFX may draw signs on the wrong side of letters from another font in the same node.
    private static void cutLettersFromSigns(String part, List<String> pieces) {
        int from = 0;
        boolean letters = isLetter(part.charAt(0), false);
        for (int at = 1; at < part.length(); at++) {
            if (isLetter(part.charAt(at), letters) != letters) {
                cutToLength(part.substring(from, at), pieces);
                from = at;
                letters = !letters;
            }
        }
        cutToLength(part.substring(from), pieces);
    }

    // Blanks, marks and joiners belong to what is before them.
    private static boolean isLetter(char unit, boolean before) {
        return switch (Character.getDirectionality(unit)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    true;
            case Character.DIRECTIONALITY_WHITESPACE,
                    Character.DIRECTIONALITY_NONSPACING_MARK,
                    Character.DIRECTIONALITY_BOUNDARY_NEUTRAL ->
                    before;
            default -> false;
        };
    }

    // The control asks where the first node ends on the right, and is told where it begins.
    private static void cutFirstLetter(List<String> pieces) {
        String first = pieces.removeFirst();
        int one = Boundaries.nextCharacter(first, 0);
        if (one < first.length()) {
            pieces.addFirst(first.substring(one));
        }
        pieces.addFirst(first.substring(0, one));
    }

    private static void cutToLength(String line, List<String> pieces) {
        int from = 0;
        do {
            int to = end(line, from);
            pieces.add(line.substring(from, to));
            from = to;
        } while (from < line.length());
    }

    @Override
    public Optional<String> joinSeg(String left, String right) {
        String joined = left + right;
        boolean apart = isTooLong(joined) && Boundaries.isBetweenCharacters(joined, left.length());
        return apart ? Optional.empty() : Optional.of(joined);
    }

    @Override
    public String create(String text) {
        return text;
    }

    @Override
    public int length(String piece) {
        return piece.length();
    }

    @Override
    public char realCharAt(String piece, int index) {
        return piece.charAt(index);
    }

    @Override
    public String realGetText(String piece) {
        return piece;
    }

    @Override
    public String realSubSequence(String piece, int start, int end) {
        return piece.substring(start, end);
    }

    private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> inPieces(
            String text, Collection<String> lineStyle, Collection<String> style) {
        var document =
                new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                        this, lineStyle);
        for (String line : text.split("\n", -1)) {
            document.addParagraph(cut(line), StyleSpans.singleton(style, line.length()));
        }
        return document.build();
    }

    private static boolean isAnyLineLong(String text) {
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            if (end - from > MOST_SHAPED) {
                return true;
            }
            from = end + 1;
        }
        return text.length() - from > MOST_SHAPED;
    }

    private static boolean isTooLong(String piece) {
        return piece.length() > MOST
                || (piece.length() > MOST_SHAPED
                        && Boundaries.endOfSimple(piece, 0) < piece.length());
    }

    /// Where the piece ends that begins at an offset.
    private static int end(String line, int from) {
        int plain = Math.min(Boundaries.endOfSimple(line, from), from + MOST);
        int most = Math.max(plain, from + MOST_SHAPED);
        if (most >= line.length()) {
            return line.length();
        }
        for (int at = most; at > most - NEAR; at--) {
            if (line.charAt(at - 1) == ' ' && Boundaries.isBetweenCharacters(line, at)) {
                return at;
            }
        }
        return Boundaries.startOfCharacter(line, most);
    }
}
