package dev.tandem.protocol.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The stretches of a text in their order, those that are gone among them. Offsets are those of the
/// text that is here. They are kept in blocks, so that a place is found without counting all before
/// it. For one thread.
final class Stretches implements Iterable<Stretch> {
    private static final int USUAL = 128;

    private final List<Block> blocks = new ArrayList<>();

    // The place that was sought: after the character that ends there, before all that is gone.
    private int block;
    private int index;

    /// Some neighbours.
    private static final class Block {
        private final List<Stretch> stretches;
        private int lengthHere;

        Block(List<Stretch> stretches) {
            this.stretches = new ArrayList<>(stretches);
            stretches.forEach(stretch -> lengthHere += stretch.lengthHere());
        }

        void set(int i, Stretch stretch) {
            Stretch before = stretches.set(i, stretch);
            lengthHere += stretch.lengthHere() - before.lengthHere();
        }

        void add(int i, Stretch stretch) {
            stretches.add(i, stretch);
            lengthHere += stretch.lengthHere();
        }
    }

    Stretches(List<Stretch> all) {
        blocks.add(new Block(all));
    }

    Stretches copy() {
        Stretches copy = new Stretches(List.of());
        blocks.forEach(original -> copy.blocks.add(new Block(original.stretches)));
        return copy;
    }

    @Override
    public Iterator<Stretch> iterator() {
        List<Stretch> all = new ArrayList<>();
        blocks.forEach(each -> all.addAll(each.stretches));
        return all.iterator();
    }

    /// Replaces what is here from `at` on.
    void replaceHere(int at, int length, UnaryOperator<Stretch> by) {
        seek(at);
        int left = length;
        while (left > 0) {
            Block now = blocks.get(block);
            if (index == now.stretches.size()) {
                block++;
                index = 0;
            } else {
                left -= now.stretches.get(index).isHere() ? replace(now, index, left, by) : 0;
                index++;
            }
        }
    }

    /// Replaces all that is gone at `at`, and nothing that is here.
    void replaceGap(int at, UnaryOperator<List<Stretch>> by) {
        seek(at);
        Block now = blocks.get(block);
        int i = index;
        for (Stretch stretch : by.apply(takeGap())) {
            now.add(i++, stretch);
        }
        if (now.stretches.size() > 2 * USUAL) {
            List<Stretch> all = now.stretches;
            blocks.set(block, new Block(all.subList(0, USUAL)));
            blocks.add(block + 1, new Block(all.subList(USUAL, all.size())));
        }
    }

    private List<Stretch> takeGap() {
        List<Stretch> gap = new ArrayList<>();
        int from = index;
        for (int b = block; b < blocks.size(); b++) {
            List<Stretch> those = blocks.get(b).stretches;
            int to = from;
            while (to < those.size() && !those.get(to).isHere()) {
                to++;
            }
            boolean ends = to < those.size();
            gap.addAll(those.subList(from, to));
            those.subList(from, to).clear();
            if (ends) {
                break;
            }
            from = 0;
        }
        return gap;
    }

    /// Replaces, of all that is gone and `wanted`, `length` characters after the first `from`.
    void replaceGone(Predicate<Stretch> wanted, int from, int length, UnaryOperator<Stretch> by) {
        int passed = 0;
        int left = length;
        for (Block each : blocks) {
            for (int i = 0; i < each.stretches.size() && left > 0; i++) {
                Stretch stretch = each.stretches.get(i);
                if (stretch.isHere() || !wanted.test(stretch)) {
                    continue;
                }
                if (passed < from) {
                    passed += split(each, i, from - passed);
                } else {
                    left -= replace(each, i, left, by);
                }
            }
        }
    }

    /// Replaces each stretch by one of the same length, here or gone as before.
    void replaceAll(UnaryOperator<Stretch> by) {
        blocks.forEach(each -> each.stretches.replaceAll(by));
    }

    private void seek(int at) {
        int before = 0;
        block = 0;
        while (before + blocks.get(block).lengthHere < at) {
            before += blocks.get(block).lengthHere;
            block++;
        }
        Block now = blocks.get(block);
        index = 0;
        while (before < at) {
            before += now.stretches.get(index).isHere() ? split(now, index, at - before) : 0;
            index++;
        }
    }

    private static int replace(Block in, int i, int most, UnaryOperator<Stretch> by) {
        int length = split(in, i, most);
        in.set(i, by.apply(in.stretches.get(i)));
        return length;
    }

    /// Lets a stretch end after `most` characters, if it is longer.
    ///
    /// @return how long it is then
    private static int split(Block in, int i, int most) {
        Stretch stretch = in.stretches.get(i);
        if (stretch.length() <= most) {
            return stretch.length();
        }
        in.set(i, stretch.part(0, most));
        in.add(i + 1, stretch.part(most, stretch.length()));
        return most;
    }
}
