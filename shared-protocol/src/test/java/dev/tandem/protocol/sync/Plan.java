package dev.tandem.protocol.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What happens in one simulated session, step by step: written out as text, so that a plan which
/// failed can be kept and played again without the generator that made it.
record Plan(int people, List<Step> steps) {

    /// @param who the number of the person it happens to
    /// @param where a place in whatever text there is by then, in thousandths
    /// @param what the text typed, or said, or nothing
    record Step(Kind kind, int who, int where, int length, String what) {}

    enum Kind {
        TYPE,
        DELETE,
        SAY,
        POINT,
        CARRY_UP,
        CARRY_DOWN,
        REPEAT,
        CUT,
        CONNECT,
        RESTART,
        FORBID,
        ALLOW,
        FORGET
    }

    private static final String[] WORDS = {
        "a", "xy", "def ", "\n", "    ", "😀", "é", "漢字", "return\n", "👩‍💻", "0"
    };

    static Plan random(long seed, boolean typingOnly) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int people = random.nextInt(2, 6);
        List<Step> steps = new ArrayList<>();
        int count = random.nextInt(100, 400);
        for (int i = 0; i < count; i++) {
            steps.add(step(random, people, typingOnly));
        }
        return new Plan(people, steps);
    }

    private static Step step(RandomGenerator random, int people, boolean typingOnly) {
        int who = random.nextInt(people);
        int where = random.nextInt(1001);
        String word = WORDS[random.nextInt(WORDS.length)];
        int dice = random.nextInt(1000);
        Kind kind = kind(dice, typingOnly);
        return new Step(kind, who, where, random.nextInt(1, 12), word);
    }

    private static Kind kind(int dice, boolean typingOnly) {
        if (dice < 250) {
            return Kind.TYPE;
        }
        if (dice < 330) {
            return typingOnly ? Kind.TYPE : Kind.DELETE;
        }
        if (dice < 380) {
            return Kind.SAY;
        }
        if (dice < 420) {
            return Kind.POINT;
        }
        if (dice < 630) {
            return Kind.CARRY_UP;
        }
        if (dice < 850) {
            return Kind.CARRY_DOWN;
        }
        if (dice < 870) {
            return Kind.REPEAT;
        }
        if (dice < 900) {
            return Kind.CUT;
        }
        if (dice < 970) {
            return Kind.CONNECT;
        }
        if (dice < 980) {
            return Kind.RESTART;
        }
        if (dice < 985) {
            return Kind.FORGET;
        }
        return typingOnly ? Kind.CONNECT : dice < 992 ? Kind.FORBID : Kind.ALLOW;
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
