package dev.tandem.desktop.shell;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.session.RunBoard;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.Runner.Offer;
import dev.tandem.protocol.message.Runner.RunLimits;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.Participant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person may see of the runs of a room.
final class RunStates {
    private static final RunLimits LIMITS =
            new RunLimits(10_000, 60_000, 30_000, 10_000, 512L << 20, 1 << 20);
    static final Runner RUNNER =
            new Runner(
                    null,
                    List.of(
                            new Offer("python", "Python", "3.11.2", LIMITS),
                            new Offer("javascript", "JavaScript", "18.19.0", LIMITS),
                            new Offer("cpp", "C++", "12.2.0", LIMITS)));
    private static final RunId FIRST = new RunId("run-1");
    private static final RunId RUN = new RunId("run-7");

    private RunStates() {}

    static StillRoom running(StillRoom room) {
        Participant mert = earlier(room);
        room.runs(mert, 1449, started(RUN, null, null));
        room.runs(mert, 1449, printed("Text: "));
        room.runs(mert, 1452, new RoomEvent.RunInput(RUN, "the cat the hat\n", false));
        room.runs(mert, 1452, printed("['the', 'cat']\nAnother text: "));
        progress(room, RunPhase.RUNNING, null, 60_000L, 19_300);
        return room;
    }

    static StillRoom ran(StillRoom room) {
        Participant mert = earlier(room);
        room.runs(mert, 1449, started(RUN, "the cat the hat", null));
        room.runs(mert, 1449, printed("['the', 'cat']\n"));
        room.runs(
                mert,
                1449,
                new RoomEvent.RunFinished(RUN, 0, null, 41, 30L, 12_300_000L, false, null));
        return room;
    }

    static StillRoom ranBadly(StillRoom room) {
        Participant mert = earlier(room);
        room.runs(mert, 1449, started(RUN, null, null));
        room.runs(
                mert,
                1449,
                printed(
                        "\u001b[1mchecking\u001b[0m \u001b[32mok\u001b[0m \u001b[33mslow\u001b[0m"
                                + " \u001b[34mblue\u001b[0m \u001b[41mred\u001b[0m"
                                + " \u001b[7mturned\u001b[0m odd: \u202e\u200b\u0007\n"));
        room.runs(
                mert,
                1450,
                new RoomEvent.CodeOutput(
                        RUN,
                        RunStream.STDERR,
                        """
                        Traceback (most recent call last):
                          File "/box/main.py", line 14, in <module>
                            print(top(input(), 2))
                        EOFError: EOF when reading a line
                        """));
        room.runs(
                mert,
                1450,
                new RoomEvent.RunFinished(RUN, 1, null, 1_240, 30L, 12_300_000L, false, null));
        return room;
    }

    static StillRoom compiling(StillRoom room) {
        Participant mert = earlier(room);
        room.runs(mert, 1452, started(RUN, null, null));
        progress(room, RunPhase.COMPILING, null, 30_000L, 4_200);
        return room;
    }

    static StillRoom queued(StillRoom room) {
        Participant mert = earlier(room);
        room.runs(mert, 1452, started(RUN, null, null));
        progress(room, RunPhase.QUEUED, 2, null, 4_200);
        return room;
    }

    static StillRoom tested(StillRoom room) {
        Participant mert = earlier(room);
        Role reader = room.you.get().role();
        List<TestCase> tests =
                List.of(
                        new TestCase("empty text", "", "[]", false),
                        new TestCase("ties in order", "b a b a c\n", "['a', 'b']", false),
                        new TestCase("punctuation", "don't, don't", "[\"don't\"]", false),
                        new TestCase("a whole book", "secret", "secret", true));
        room.tests.set(tests.stream().map(test -> test.seenBy(reader)).toList());
        room.runs(mert, 1449, started(RUN, null, 4));
        room.runs(mert, 1449, tested(0, tests.get(0), true, "[]\n"));
        room.runs(mert, 1449, tested(1, tests.get(1), true, "['a', 'b']\n"));
        room.runs(mert, 1449, tested(2, tests.get(2), false, "['don', 't']\n"));
        room.runs(mert, 1449, tested(3, tests.get(3), true, "secret").seenBy(reader));
        room.runs(
                mert,
                1449,
                new RoomEvent.RunFinished(RUN, null, null, 210, null, null, false, null));
        return room;
    }

    static StillRoom noSandbox(StillRoom room) {
        room.runner.set(
                Runner.none(
                        "This relay cannot run code, because bubblewrap is not installed:"
                                + " apt install bubblewrap."));
        return room;
    }

    private static Participant earlier(StillRoom room) {
        Participant mert = room.people.get(1);
        room.runs(mert, 1402, started(FIRST, null, null));
        room.runs(
                mert,
                1412,
                new RoomEvent.RunFinished(
                        FIRST,
                        null,
                        null,
                        10_003,
                        9_980L,
                        11_000_000L,
                        false,
                        new RunError(
                                RunProblem.TIME_LIMIT,
                                "It ran longer than 10 s and was stopped.")));
        return mert;
    }

    private static RoomEvent started(RunId id, @Nullable String stdin, @Nullable Integer tests) {
        return new RoomEvent.RunStarted(
                id, DocumentId.MAIN, "python", new Revision(40), stdin, tests);
    }

    private static RoomEvent printed(String text) {
        return new RoomEvent.CodeOutput(RUN, RunStream.STDOUT, text);
    }

    private static RoomEvent tested(int index, TestCase test, boolean passed, String output) {
        return new RoomEvent.TestFinished(
                RUN, index, test.name(), test.hidden(), passed, 0, 38L, output, "", null);
    }

    private static void progress(
            StillRoom room,
            RunPhase phase,
            @Nullable Integer place,
            @Nullable Long limitMs,
            long spentMs) {
        RunBoard board = room.runs.get();
        room.runs.set(
                board.progressed(
                        new RunProgressed(room.now - spentMs, RUN, phase, place, limitMs)));
    }
}
