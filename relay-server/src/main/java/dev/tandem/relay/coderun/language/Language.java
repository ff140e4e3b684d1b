package dev.tandem.relay.coderun.language;

import dev.tandem.relay.coderun.sandbox.BoxLimits;
import org.jspecify.annotations.Nullable;

/// How programs of one language are compiled and run. The scripts are for `/bin/sh`.
///
/// @param id as documents have it: 1 to 32 of `[a-z0-9+#_-]`
/// @param name for people
/// @param file the name under which a program finds its text
/// @param setup what comes before each of the scripts; empty for nothing
/// @param probe prints the version, and fails where the language is not installed
/// @param compile leaves everything that `run` needs in the folder where it begins; null where
///   nothing is compiled
/// @param prepare leaves a file named `prepared` in the folder where it begins, which the other
///   scripts later find as [#PREPARED] and the language's id; null for nothing
/// @param starter a text to begin with
public record Language(
        String id,
        String name,
        String file,
        String setup,
        String probe,
        @Nullable String compile,
        @Nullable String prepare,
        String run,
        BoxLimits limits,
        BoxLimits compileLimits,
        String starter) {

    private static final String SOURCES = "cp -R /src/. /box/ || exit\n";
    private static final String ARTEFACT = "tar -xf /src/" + Language.ARCHIVE + " || exit\n";

    /// The name under which a program finds what its compiler made.
    public static final String ARCHIVE = "artefact.tar";

    /// The folder in which scripts find what was prepared.
    public static final String PREPARED = "/prepared/";

    public String probeScript() {
        return setup + "\n" + probe;
    }

    /// The compiler's words are errors, since its output is what it made, as a tar archive.
    public String compileScript() {
        return SOURCES + "(\n" + setup + "\n" + compile + "\n) >&2 || exit\nexec tar -cf - .";
    }

    /// Its output is what it made.
    public String prepareScript() {
        return "(\n" + setup + "\n" + prepare + "\n) >&2 || exit\nexec cat prepared";
    }

    public String runScript() {
        return (compile == null ? SOURCES : ARTEFACT) + setup + "\n" + run;
    }
}
