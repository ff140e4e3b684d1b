package dev.tandem.desktop.editor;

import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.GenericStyledArea;
import org.reactfx.collection.LiveList;
import org.reactfx.value.Val;

/// The numbers beside the lines, right aligned, as wide as the last one needs and at least three
/// figures, so that the text does not move at the tenth and the hundredth line. The style sheet
/// makes the current line's stronger. FX thread.
public final class LineNumbers implements IntFunction<Node> {
    private static final int LEAST_FIGURES = 3;

    private final Val<Integer> figures;

    private LineNumbers(GenericStyledArea<?, ?, ?> area) {
        figures = LiveList.sizeOf(area.getParagraphs()).map(LineNumbers::figures);
    }

    /// Gives an area line numbers.
    public static void on(GenericStyledArea<?, ?, ?> area) {
        area.setParagraphGraphicFactory(new LineNumbers(area));
    }

    @Override
    public Node apply(int index) {
        Label number = new Label();
        // Without the class "label": the area styles its lines before they are in a window, where
        // the theme's rule for labels would look for its colours in vain, and say so in the log.
        number.getStyleClass().setAll("line-number");
        number.setMaxHeight(Double.MAX_VALUE);
        number.textProperty()
                .bind(figures.map(width -> padded(index + 1, width)).conditionOnShowing(number));
        return number;
    }

    static int figures(int lines) {
        return Math.max(LEAST_FIGURES, Integer.toString(lines).length());
    }

    /// The code font has one width for all signs, so blanks align the figures.
    static String padded(int number, int width) {
        return ("%" + width + "d").formatted(number);
    }
}
