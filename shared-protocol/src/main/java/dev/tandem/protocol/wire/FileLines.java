package dev.tandem.protocol.wire;

import java.util.Arrays;

/// Cuts what comes into lines, and hands them on one by one. For one thread.
final class FileLines {
    /// An event with the longest text there can be, every character of it escaped, is shorter.
    private static final int LONGEST_LINE = 16 << 20;

    private static final long LARGEST_CONTENT = 256L << 20;

    /// Is handed a line.
    interface Reader {
        /// Takes a line.
        ///
        /// @param bytes the line is the first `length` of these
        /// @return whether to go on
        boolean line(byte[] bytes, int length) throws BadFile;
    }

    private final Reader reader;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long content;
    private boolean over;

    FileLines(Reader reader) {
        this.reader = reader;
    }

    /// Takes a whole file.
    ///
    /// @return true
    boolean all(byte[] file) throws BadFile {
        take(file, file.length);
        return true;
    }

    /// Takes the first `count` of these bytes.
    void take(byte[] bytes, int count) throws BadFile {
        content += count;
        if (content > LARGEST_CONTENT) {
            throw SessionFileReader.tooLarge();
        }
        int from = 0;
        for (int i = 0; i < count && !over; i++) {
            if (bytes[i] == '\n') {
                add(bytes, from, i);
                hand();
                from = i + 1;
            }
        }
        if (!over) {
            add(bytes, from, count);
        }
    }

    /// Nobody wants more.
    boolean isOver() {
        return over;
    }

    /// Nothing follows.
    void end() throws BadFile {
        if (length > 0 && !over) {
            hand();
        }
    }

    private void hand() throws BadFile {
        over = !reader.line(line, length);
        length = 0;
    }

    private void add(byte[] bytes, int from, int to) throws BadFile {
        int longer = length + to - from;
        if (longer > LONGEST_LINE) {
            throw new BadFile("The file has a line that is longer than an event can be.");
        }
        if (longer > line.length) {
            line = Arrays.copyOf(line, Math.max(longer, Math.min(2 * line.length, LONGEST_LINE)));
        }
        System.arraycopy(bytes, from, line, length, to - from);
        length = longer;
    }
}
