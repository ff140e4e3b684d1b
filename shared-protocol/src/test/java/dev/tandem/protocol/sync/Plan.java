package dev.tandem.protocol.sync;

import dev.tandem.protocol.text.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// What happens in one simulated session, step by step: written out as text, so that a plan which
/// failed can be kept and played again without the generator that made it.
record Plan(int people, List<Step> steps) {

    /// @param who the number of the person it happens to
    /// @param where a place in whatever text there is by then, in thousandths
    /// @param length how much or how often; it also chooses among the documents that are open
    /// @param what the text that is typed, or that a document begins with
    record Step(Kind kind, int who, int where, int length, String what) {}

    enum Kind {
        TYPE(250),
        DELETE(80),
        TYPE_ON(80),
        BACKSPACE(30),
        UNDO(50),
        REDO(20),
        REVERT(20),
        SAY(50),
        POINT(40),
        LANGUAGE(10),
        OPEN(8),
        CLOSE(5),
        FORBID(7),
        ALLOW(8),
        CARRY_UP(200),
        CARRY_DOWN(210),
        REPEAT(20),
        PING(10),
        CUT(30),
        CONNECT(60),
        RESTART(10),
        FORGET(5),
        FAIL(8),
        CHECK(25),
        ALTER(15);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /// In which nothing that was typed is ever taken away again.
    private static final Set<Kind> TYPING =
            EnumSet.complementOf(
                    EnumSet.of(
                            Kind.DELETE,
                            Kind.BACKSPACE,
                            Kind.UNDO,
                            Kind.REDO,
                            Kind.REVERT,
                            Kind.CLOSE,
                            Kind.FORBID,
                            Kind.ALLOW));

    /// In which people write in one document.
    private static final Set<Kind> WRITING =
            EnumSet.of(
                    Kind.TYPE,
                    Kind.DELETE,
                    Kind.TYPE_ON,
                    Kind.BACKSPACE,
                    Kind.UNDO,
                    Kind.REDO,
                    Kind.REVERT,
                    Kind.CARRY_UP,
                    Kind.CARRY_DOWN,
                    Kind.REPEAT,
                    Kind.PING,
                    Kind.CUT,
                    Kind.CONNECT,
                    Kind.RESTART,
                    Kind.FAIL);

    private static final String[] WORDS = {
        "a", "xy", "def ", "\n", "    ", "😀", "é", "漢字", "return\n", "👩‍💻", "0"
    };

    static Plan random(long seed, boolean typingOnly) {
        RandomGenerator random = Seeds.random(seed);
        int people = random.nextInt(2, 6);
        List<Kind> dice = dice(typingOnly ? TYPING : EnumSet.allOf(Kind.class), random);
        List<Step> steps = new ArrayList<>();
        int count = random.nextInt(100, 400);
        for (int i = 0; i < count; i++) {
            steps.add(step(random, dice, people, typingOnly));
        }
        return new Plan(people, steps);
    }

    /// A short one in one document, in which no character is typed twice.
    static Plan writing(long seed) {
        return writing(Seeds.random(seed), WRITING);
    }

    /// The same, where only the first of the people undoes and redoes, and nobody reverts.
    static Plan undoing(long seed) {
        Plan plan = writing(Seeds.random(seed), EnumSet.complementOf(EnumSet.of(Kind.REVERT)));
        return new Plan(plan.people, plan.steps.stream().map(Plan::byTheFirst).toList());
    }

    private static Step byTheFirst(Step s) {
        boolean undoes = s.kind == Kind.UNDO || s.kind == Kind.REDO;
        return undoes ? new Step(s.kind, 0, s.where, s.length, s.what) : s;
    }

    private static Plan writing(RandomGenerator random, Set<Kind> kinds) {
        EnumSet<Kind> those = EnumSet.copyOf(WRITING);
        those.retainAll(kinds);
        List<Kind> dice = dice(those, random);
        int people = random.nextInt(2, 4);
        int count = random.nextInt(20, 80);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Step s = step(random, dice, people, true);
            int characters = s.kind == Kind.TYPE ? random.nextInt(1, 4) : 1;
            steps.add(new Step(s.kind, s.who, s.where, s.length, fresh(s.who, 3 * i, characters)));
        }
        return new Plan(people, steps);
    }

    private static String fresh(int who, int from, int characters) {
        StringBuilder fresh = new StringBuilder();
        for (int i = from; i < from + characters; i++) {
            fresh.appendCodePoint((i % 2 == 0 ? 0x4e00 : 0x20000) + who * 0x400 + i);
        }
        return fresh.toString();
    }

    /// Who typed a character of such a plan; -1 for nobody.
    static int typist(int character) {
        return character < 0x4e00 ? -1 : (character & 0xffff) % 0x4e00 / 0x400;
    }

    /// Whoever gets the whole state where they asked what became of their commands cannot know
    /// which of them was refused, be it for a failing log or for a text that was not the relay's;
    /// so there is either in a plan.
    private static List<Kind> dice(Set<Kind> kinds, RandomGenerator random) {
        Set<Kind> leftOut =
                random.nextBoolean() ? EnumSet.of(Kind.FORGET) : EnumSet.of(Kind.FAIL, Kind.ALTER);
        return kinds.stream()
                .filter(kind -> !leftOut.contains(kind))
                .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
                .toList();
    }

    private static Step step(
            RandomGenerator random, List<Kind> dice, int people, boolean typingOnly) {
        Kind kind = dice.get(random.nextInt(dice.size()));
        String word = WORDS[random.nextInt(WORDS.length)];
        return new Step(
                kind,
                random.nextInt(people),
                random.nextInt(1001),
                random.nextInt(1, 12),
                kind == Kind.OPEN && typingOnly ? "" : word);
    }

    /// Carries the plan out, and looks at what comes of it. One that fails is kept as
    /// `target/failed-plans/….plan`.
    void play(String name, Consumer<SimulatedSession> check) throws IOException {
        try {
            check.accept(new SimulatedSession(this));
        } catch (AssertionError | RuntimeException e) {
            Path kept = Files.createDirectories(Path.of("target/failed-plans"));
            Files.writeString(kept.resolve(name + ".plan"), write());
            throw new AssertionError("the plan %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    boolean has(Kind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    String write() {
        StringBuilder text = new StringBuilder("people " + people + "\n");
        for (Step s : steps) {
            text.append(
                    "%s %d %d %d %s%n"
                            .formatted(s.kind(), s.who(), s.where(), s.length(), escape(s.what())));
        }
        return text.toString();
    }

    static Plan read(String text) {
        List<String> lines = text.lines().toList();
        int people = Integer.parseInt(lines.getFirst().substring("people ".length()));
        List<Step> steps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 5);
            steps.add(
                    new Step(
                            Kind.valueOf(words[0]),
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            Integer.parseInt(words[3]),
                            unescape(words[4])));
        }
        return new Plan(people, steps);
    }

    private static String escape(String text) {
        return text.replace("\n", "\\n");
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n");
    }
}
