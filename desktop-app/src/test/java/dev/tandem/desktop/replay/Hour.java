package dev.tandem.desktop.replay;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.text.TextOperation;

/// An hour's interview of three people, with pauses, runs, a paste, time away from the window, a
/// chat and a lost connection.
public final class Hour {
    private static final DocumentId NOTES = new DocumentId("notes");
    private static final long MINUTE = 60_000;

    private static final String IMPORTS = "from collections import Counter\nimport re\n\n\n";
    private static final String HEAD =
            "def top(text, k):\n    \"\"\"The k most frequent words, ties in order.\"\"\"\n";
    private static final String WORDS = "    words = re.findall(r\"[a-z]+\", text.lower())\n";
    private static final String RANKED =
            """
                counts = Counter(words)
                ranked = sorted(counts, key=lambda w: (-counts[w], w))
                return ranked[:k]
            """;
    private static final String MAIN =
            """


            if __name__ == "__main__":
                print(top(input(), 2))  # try it
            """;
    private static final String PASTED =
            """


            def test_ties():
                assert top("b a b a c", 2) == ["a", "b"]


            def test_empty():
                assert top("", 2) == []
            """;

    private Hour() {}

    public static Talk talk() {
        Talk talk = new Talk().after(5_000).join(Talk.ADA, "Ada Kaya", Role.INTERVIEWER);
        talk.after(40_000).join(Talk.MERT, "Mert Demir", Role.CANDIDATE);
        talk.after(20_000).start();
        talk.after(70_000).type(Talk.ADA, HEAD, 350);
        talk.after(20_000).say(Talk.ADA, "Find the k most frequent words of a text.");
        talk.after(45_000).say(Talk.MERT, "Is upper case the same word?");
        talk.after(15_000).say(Talk.ADA, "Yes, it is.");
        typeAt(talk.after(3 * MINUTE), 0, IMPORTS, 400);
        talk.after(2 * MINUTE).type(Talk.MERT, WORDS, 500);
        talk.after(30_000).run(Talk.MERT, 300, "", 0, null);
        talk.after(40_000).join(Talk.SELIN, "Selin Öz", Role.SPECTATOR);
        talk.after(10_000).say(Talk.ADA, "What should happen when two are equally frequent?");
        talk.after(9_000).say(Talk.MERT, "Alphabetical, I'd say. Does that fit?");
        talk.after(6_000).say(Talk.ADA, "Yes. Take your time.");
        talk.after(4 * MINUTE).note(Talk.MERT, new Fact.WindowAway(3 * MINUTE));
        talk.type(Talk.MERT, RANKED, 700);
        talk.after(20_000).type(Talk.MERT, MAIN, 600);
        talk.after(8_000).run(Talk.MERT, 10_000, "", null, RunProblem.TIME_LIMIT);
        talk.after(MINUTE).leave(Talk.MERT, DepartureReason.LOST);
        talk.after(90_000).back(Talk.MERT, "Mert Demir", Role.CANDIDATE, 1);
        talk.after(30_000).append(Talk.MERT, PASTED);
        talk.note(Talk.MERT, new Fact.PastedFromOutside(DocumentId.MAIN, PASTED.length()));
        talk.after(20_000).run(Talk.MERT, 200, "['a', 'b']\n", 0, null);
        talk.open(Talk.ADA, NOTES, "notes.md", "");
        int at = 0;
        for (char c : "Asks well, tests early.".toCharArray()) {
            talk.after(400)
                    .edit(Talk.ADA, NOTES, TextOperation.insert(at, at++, String.valueOf(c)));
        }
        talk.after(5 * MINUTE).type(Talk.MERT, "# What about an apostrophe?\n", 900);
        talk.after(3 * MINUTE).run(Talk.ADA, 400, "Traceback\n", 1, null);
        talk.after(6 * MINUTE).type(Talk.ADA, "# Let us stop here.\n", 500);
        talk.after(MINUTE).submit(Talk.MERT);
        talk.after(2 * MINUTE).say(Talk.MERT, "Thank you!");
        talk.after(8 * MINUTE).end();
        talk.after(4_000).leave(Talk.MERT, DepartureReason.LEFT);
        return talk;
    }

    private static void typeAt(Talk talk, int offset, String text, long msEach) {
        int at = offset;
        for (char c : text.toCharArray()) {
            talk.after(msEach).insert(Talk.MERT, at++, String.valueOf(c));
        }
    }
}
