package dev.tandem.desktop.replay;

import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What leads from one text to another where the lines that both have stay, so that they need not
/// be shown anew. Where nearly all lines are others it is a single replacement: to find the
/// shortest way takes the square of its length.
///
/// The way is the one of E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
final class LineDifference {
    /// So many lines may go and come.
    private static final int MOST_LINES = 300;

    /// So many pieces cost more than lines that are shown anew.
    private static final int MOST_PIECES = 60;

    private final List<String> before;
    private final List<String> after;
    private final int[] old;
    private final int[] young;
    private final int[] match;

    private LineDifference(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
        Map<String, Integer> numbers = new HashMap<>();
        old = numbers(this.before, numbers);
        young = numbers(this.after, numbers);
        match = new int[old.length];
        Arrays.fill(match, -1);
    }

    static TextOperation between(String before, String after) {
        LineDifference difference = new LineDifference(before, after);
        return difference.findWay() && difference.pieces() <= MOST_PIECES
                ? difference.operation()
                : TextOperation.difference(before, after);
    }

    /// A text as its lines, with what ends them.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }

    private static int[] numbers(List<String> lines, Map<String, Integer> numbers) {
        return lines.stream()
                .mapToInt(line -> numbers.computeIfAbsent(line, _ -> numbers.size()))
                .toArray();
    }

    /// Finds which lines stay, and where they are then.
    ///
    /// @return whether few enough others go and come
    private boolean findWay() {
        int from = 0;
        int oldEnd = old.length;
        int youngEnd = young.length;
        while (from < Math.min(oldEnd, youngEnd) && old[from] == young[from]) {
            match[from] = from++;
        }
        while (from < Math.min(oldEnd, youngEnd) && old[oldEnd - 1] == young[youngEnd - 1]) {
            match[--oldEnd] = --youngEnd;
        }
        return new Way(from, oldEnd, youngEnd).find();
    }

    /// Between what is alike at the beginning and at the end.
    private final class Way {
        private final int from;
        private final int oldCount;
        private final int youngCount;
        private final int most;
        private final int[] furthest;
        private final List<int[]> steps = new ArrayList<>();

        Way(int from, int oldEnd, int youngEnd) {
            this.from = from;
            oldCount = oldEnd - from;
            youngCount = youngEnd - from;
            most = Math.min(MOST_LINES, oldCount + youngCount);
            furthest = new int[2 * most + 3];
        }

        boolean find() {
            if (Math.abs(oldCount - youngCount) > most) {
                return false;
            }
            for (int changes = 0; changes <= most; changes++) {
                steps.add(furthest.clone());
                for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                    int x = follow(begin(furthest, changes, diagonal), diagonal);
                    furthest[most + 1 + diagonal] = x;
                    if (x >= oldCount && x - diagonal >= youngCount) {
                        goBack(changes);
                        return true;
                    }
                }
            }
            return false;
        }

        /// Where one comes to a diagonal: by a line that comes, or by one that goes.
        private int begin(int[] known, int changes, int diagonal) {
            int above = known[most + 2 + diagonal];
            int left = known[most + diagonal];
            return isFromAbove(known, changes, diagonal) ? above : left + 1;
        }

        private boolean isFromAbove(int[] known, int changes, int diagonal) {
            return diagonal == -changes
                    || (diagonal != changes && known[most + diagonal] < known[most + 2 + diagonal]);
        }

        private int follow(int begin, int diagonal) {
            int x = begin;
            while (x < oldCount
                    && x - diagonal < youngCount
                    && old[from + x] == young[from + x - diagonal]) {
                x++;
            }
            return x;
        }

        private void goBack(int changesInAll) {
            int x = oldCount;
            int y = youngCount;
            for (int changes = changesInAll; changes >= 0; changes--) {
                int[] known = steps.get(changes);
                int diagonal = x - y;
                boolean above = changes > 0 && isFromAbove(known, changes, diagonal);
                int begin = changes == 0 ? 0 : begin(known, changes, diagonal);
                while (x > begin) {
                    x--;
                    y--;
                    match[from + x] = from + y;
                }
                x -= above ? 0 : 1;
                y -= above ? 1 : 0;
            }
        }
    }

    private int pieces() {
        int pieces = 0;
        int expected = 0;
        for (int place : match) {
            if (place >= 0) {
                pieces += place == expected ? 0 : 1;
                expected = place + 1;
            } else {
                expected = -1;
            }
        }
        return pieces + 1;
    }

    private TextOperation operation() {
        var operation = new TextOperation.Builder();
        int x = 0;
        int y = 0;
        while (x < old.length || y < young.length) {
            int oldEnd = x;
            while (oldEnd < old.length && match[oldEnd] < 0) {
                oldEnd++;
            }
            int youngEnd = oldEnd < old.length ? match[oldEnd] : young.length;
            replace(
                    operation,
                    String.join("", before.subList(x, oldEnd)),
                    String.join("", after.subList(y, youngEnd)));
            x = oldEnd;
            y = youngEnd;
            for (; x < old.length && match[x] == y; x++, y++) {
                operation.keep(before.get(x).length());
            }
        }
        return operation.build();
    }

    private static void replace(TextOperation.Builder to, String gone, String come) {
        for (TextOperation.Part part : TextOperation.difference(gone, come).parts()) {
            switch (part) {
                case TextOperation.Keep(int length) -> to.keep(length);
                case TextOperation.Insert(String text) -> to.insert(text);
                case TextOperation.Delete(int length) -> to.delete(length);
            }
        }
    }
}
