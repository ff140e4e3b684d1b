package dev.tandem.relay.history;

import static dev.tandem.relay.history.Screenplay.ADA;
import static dev.tandem.relay.history.Screenplay.MERT;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.text.StarTrace;
import java.util.List;
import java.util.Random;

/// An hour of two people who really wrote at the same time, with some code, its runs, and a chat
/// around that. It is always the same.
final class AnHour {
    static final DocumentId LETTER = new DocumentId("letter");
    private static final List<String> CHAT =
            List.of(
                    "What should happen when two words are equally frequent?",
                    "Alphabetical, I'd say. Does that fit?",
                    "Yes. Take your time.",
                    "Could it be done without sorting everything?",
                    "With a heap of k, yes: O(n log k).",
                    "😀 שלום, that is what I hoped for");

    private static final String FIRST =
            """
            from collections import Counter
            import re


            def top(text, k):
                \"""The k most frequent words, ties in order.\"""
                words = re.findall(r"[a-z']+", text.lower())
                counts = Counter(words)  # one pass
            """;
    private static final String SECOND =
            """
                order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
                return [word for word, _ in order[:k]]


            print(top("the cat and the dog and the bird", 2))
            """;
    private static final String PASTED =
            """

            # Given:
            #   top("a b a", 1)            -> ["a"]
            #   top("b a", 2)              -> ["a", "b"]
            #   top("", 3)                 -> []
            #   top("it's its it's", 2)    -> ["it's", "its"]
            """;

    private final Screenplay play =
            new Screenplay(
                    new Random(8),
                    "Backend engineer, first talk",
                    "main.py",
                    "python",
                    "# Find the most frequent words of a text.\n\n");

    static Screenplay make() {
        AnHour hour = new AnHour();
        hour.begin();
        hour.write();
        hour.end();
        return hour.play;
    }

    private void begin() {
        play.come(ADA, "Ada", Role.INTERVIEWER);
        play.pass(40_000);
        play.come(MERT, "Mert", Role.CANDIDATE);
        play.pass(20_000);
        play.start();
        play.pass(25_000);
        play.open(ADA, LETTER, "letter.txt", "plaintext", "");
        play.type(MERT, DocumentId.MAIN, FIRST);
        play.run(MERT, DocumentId.MAIN, "", null);
    }

    private void write() {
        int index = 0;
        for (StarTrace.Submission submission : StarTrace.load().submissions()) {
            play.edit(submission.author() == 0 ? ADA : MERT, LETTER, submission.atHead());
            play.pass(110);
            happen(++index);
        }
    }

    private void happen(int index) {
        if (index % 700 == 0) {
            play.say(index % 1_400 == 0 ? MERT : ADA, CHAT.get(index / 700 % CHAT.size()));
        }
        if (index % 2_900 == 0) {
            play.run(MERT, DocumentId.MAIN, "['and', 'the']\n".repeat(40), null);
            play.pass(60_000);
        }
        switch (index) {
            case 6_000 -> lose();
            case 9_000 -> {
                play.insert(MERT, DocumentId.MAIN, PASTED);
                play.note(MERT, new Fact.PastedFromOutside(DocumentId.MAIN, PASTED.length()));
            }
            case 15_000 -> {
                play.pass(40_000);
                play.note(MERT, new Fact.WindowAway(30_000));
            }
            case 13_000 -> {
                play.type(MERT, DocumentId.MAIN, SECOND);
                play.handIn(MERT, DocumentId.MAIN);
            }
            case 18_000 ->
                    play.run(
                            MERT,
                            DocumentId.MAIN,
                            "",
                            new RunError(
                                    RunProblem.TIME_LIMIT,
                                    "It ran longer than 10 s and was stopped."));
            default -> {}
        }
    }

    private void lose() {
        play.add(null, new PeerLeft(MERT, DepartureReason.LOST));
        play.pass(12_000);
        play.comeBack(MERT);
        play.pass(500);
        play.insert(MERT, DocumentId.MAIN, "# I was away for a moment, and wrote on meanwhile.\n");
    }

    private void end() {
        play.type(MERT, DocumentId.MAIN, "# done\n");
        play.run(MERT, DocumentId.MAIN, "['and', 'the']\n", null);
        play.handIn(MERT, DocumentId.MAIN);
        play.pass(20_000);
        play.say(ADA, "Thank you, Mert. That was a good hour.");
        play.pass(10_000);
        play.end();
        play.add(MERT, new PeerLeft(MERT, DepartureReason.LEFT));
        play.add(ADA, new PeerLeft(ADA, DepartureReason.LEFT));
    }
}
