package dev.tandem.desktop.fx;

/// How much JavaFX keeps of the layouts that it made of texts.
public final class TextLayouts {
    /// In characters. A screen of code and all words around it are a tenth of that.
    private static final int KEPT = 16_384;

    private static final String SETTING = "prism.cacheLayoutSize";

    private TextLayouts() {}

    /// Keeps few of them, since each key makes a line that never was before, and the usual 65,536
    /// characters of such lines take megabytes. To be said before the toolkit starts.
    public static void keepFew() {
        if (System.getProperty(SETTING) == null) {
            System.setProperty(SETTING, Integer.toString(KEPT));
        }
    }
}
