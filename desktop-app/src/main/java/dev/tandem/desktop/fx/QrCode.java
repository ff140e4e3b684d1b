package dev.tandem.desktop.fx;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

/// A text as a QR code, for a telephone's camera: black on white in every theme, with the edge that
/// cameras look for. FX thread.
public final class QrCode extends StackPane {
    private static final int PIXELS = 5; // of one module
    private static final int EDGE = 4; // modules

    /// Makes the code of a text.
    ///
    /// @param accessible what it is for, in words
    public QrCode(String text, String accessible) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        SVGPath modules = new SVGPath();
        modules.setContent(path(code));
        modules.setFill(Color.BLACK);
        modules.setSmooth(false);
        double size = (code.size + 2.0 * EDGE) * PIXELS;
        setMinSize(size, size);
        setMaxSize(size, size);
        setPadding(new Insets(EDGE * PIXELS));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(accessible);
        getStyleClass().add("qr-code");
        getChildren().add(modules);
    }

    private static String path(io.nayuki.qrcodegen.QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append(
                            "M%1$d,%2$dh%3$dv%3$dh-%3$dz"
                                    .formatted(x * PIXELS, y * PIXELS, PIXELS));
                }
            }
        }
        return path.toString();
    }
}
