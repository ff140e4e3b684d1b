package dev.tandem.desktop.editor.highlight;

import dev.tandem.desktop.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the highlighter for a text: by a grammar where that works, plain where it does not.
public final class Highlighters {
    private static final Logger log = LoggerFactory.getLogger(Highlighters.class);

    /// As long as a shared text may be. Parsing one takes about a second, once.
    private static final int LONGEST_PARSED = 524_288;

    private Highlighters() {}

    public static Highlighter open(Language language, String text) {
        if (text.length() <= LONGEST_PARSED) {
            try {
                Grammar grammar = Grammars.of(language.id());
                if (grammar != null) {
                    return new TreeSitterHighlighter(grammar, text);
                }
            } catch (LinkageError e) {
                log.info(
                        "No native highlighting on this machine, plain colours instead: {}",
                        e.toString());
            }
        }
        return new PlainHighlighter(language, text);
    }
}
