package dev.tandem.desktop.editor;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.fxmisc.richtext.GenericStyledArea;
import org.reactfx.collection.LiveList;

/// The numbers beside the lines, right aligned, as wide as the last one needs and at least three
/// figures, so that the text does not move at the tenth and the hundredth line. The style sheet
/// makes the current line's stronger. FX thread.
public final class LineNumbers implements IntFunction<Node> {
    private static final int LEAST_FIGURES = 3;

    private final int figures;

    private LineNumbers(int figures) {
        this.figures = figures;
    }

    /// Gives an area line numbers. All are made anew when they have to be wider; none listens for
    /// that by itself, since each key would have all of them laid out then.
    public static void on(GenericStyledArea<?, ?, ?> area) {
        LiveList.sizeOf(area.getParagraphs())
                .map(LineNumbers::figures)
                .subscribe(figures -> area.setParagraphGraphicFactory(new LineNumbers(figures)));
    }

    // No label: a line that is written in is made anew with every key, and a control is what costs
    // most in it.
    @Override
    public Node apply(int index) {
        Text number = new Figures(padded(index + 1, figures));
        number.getStyleClass().setAll("line-number");
        StackPane margin = new StackPane(number);
        margin.getStyleClass().setAll("line-margin");
        margin.setAlignment(Pos.CENTER_RIGHT);
        return margin;
    }

    /// A text that is not one by its type: the area styles its lines before they are in a window,
    /// where the theme's rule for texts would look for its colours in vain, and say so in the log.
    private static final class Figures extends Text {
        Figures(String figures) {
            super(figures);
        }
    }

    static int figures(int lines) {
        return Math.max(LEAST_FIGURES, Integer.toString(lines).length());
    }

    /// The code font has one width for all signs, so blanks align the figures.
    static String padded(int number, int width) {
        return ("%" + width + "d").formatted(number);
    }
}
