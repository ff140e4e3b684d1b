package dev.tandem.desktop.demo;

/// What is typed and said in the interview that plays itself. Both write at the same time, each in
/// their own part of the text. The editor keeps the indentation of the line before; and there are
/// no square brackets, because the robot of a display that is not there has no keys for them.
final class Script {
    /// Blanks that the editor begins a line with.
    static final int INDENT = 4;

    static final String TITLE = "Most frequent words";

    static final String ADA_BEGINS =
            """
            from collections import Counter
            from heapq import nsmallest
            import re


            """;

    static final String ADA_WRITES =
            """
            # The k most frequent words, most frequent first.
            # Ties come in alphabetical order.
            # A word is a run of letters; case does not count.

            """;

    static final String MERT_WRITES =
            """
            def top(text, k):
                words = re.findall(r"\\w+", text.lower())
            counts = Counter(words)
            """;

    static final String ADA_WRITES_MEANWHILE =
            """
            # Mert is offline, and goes on.
            """;

    static final String MERT_WRITES_OFFLINE =
            """
            ties = lambda word: (-counts.get(word), word)
            return nsmallest(k, counts, key=ties)
            """;

    static final String MERT_RUNS = "print(*top(input(\"Text: \"), 2))\n";
    static final String MERT_TYPES = "the cat and the hat";
    static final String PROGRAM_ANSWERS = "the and";

    static final String ADA_ASKS = "What should happen when two words are equally frequent?";
    static final String MERT_ANSWERS = "Alphabetical, I'd say. Does that fit?";
    static final String ADA_AGREES = "Yes. Take your time.";

    private Script() {}
}
