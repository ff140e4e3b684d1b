package dev.tandem.relay.bench;

import dev.tandem.protocol.text.TextOperation;
import java.util.random.RandomGenerator;

/// Types code as people do in an interview: letter by letter at a caret, with slips that are taken
/// back, now and then a caret that is put elsewhere, something pasted, something thrown away. The
/// text stays about as long as such texts are.
final class RandomTypist implements Typist {
    private static final int LONGEST_TEXT = 4_000;
    private static final String SOURCE =
            """
            int count(List<String> words) {
                int sum = 0;
                for (String word : words) {
                    sum += word.length(); // also „größer“
                }
                return sum;
            }

            """;

    private final RandomGenerator random;
    private int caret;
    private int at;

    RandomTypist(RandomGenerator random) {
        this.random = random;
        at = random.nextInt(SOURCE.length());
    }

    @Override
    public TextOperation next(int length) {
        caret = Math.min(caret, length);
        if (random.nextInt(100) < 2) {
            caret = random.nextInt(length + 1);
        }
        int chance = random.nextInt(100);
        if (length > LONGEST_TEXT || chance < 1) {
            return throwAway(length, 20 + random.nextInt(60));
        }
        if (chance < 11 && caret > 0) {
            return throwAway(length, 1);
        }
        return type(length, chance < 12 ? 20 + random.nextInt(60) : 1);
    }

    private TextOperation throwAway(int length, int most) {
        int from = Math.max(0, caret - most);
        TextOperation operation = TextOperation.delete(length, from, caret);
        caret = from;
        return operation;
    }

    private TextOperation type(int length, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(SOURCE.charAt(at));
            at = (at + 1) % SOURCE.length();
        }
        TextOperation operation = TextOperation.insert(length, caret, text.toString());
        caret += count;
        return operation;
    }

    @Override
    public void see(TextOperation others) {
        caret = others.mapPosition(Math.min(caret, others.baseLength()));
    }
}
