package org.h2.mvstore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is left in the file of an H2 database of rows that were deleted, and how to get rid of it.
///
/// H2 never writes over a page. A row that was deleted stays in the older chunks of the file until
/// all their pages are out of use, then in the space that they leave, and beside that in the unused
/// ends of younger chunks, since buffers are used again. H2 has no way to clean that while it runs
/// but says here, to its own package, where everything is. Its jar is on the class path, so the
/// package can be shared; a version of H2 that has things elsewhere does not compile with this.
///
/// Belongs to the one thread that writes to the store.
public final class Leftovers {
    private static final int PIECE = 1 << 20;
    private static final int WHATEVER_THE_FILL_RATE = 101;

    private final MVStore store;
    private final FileStore<?> file;

    public Leftovers(MVStore store) {
        this.store = store;
        this.file = store.getFileStore();
    }

    /// The version that is being written next.
    public long version() {
        return store.getCurrentVersion();
    }

    /// Whether chunks up to a version still hold anything that is out of use.
    public boolean areInChunks(long upTo) {
        return file.chunks.values().stream()
                .anyMatch(c -> c.version <= upTo && c.pageCountLive < c.pageCount);
    }

    /// Whether they are the greater part of a file that is larger than this.
    public boolean areMostOfMoreThan(long bytes) {
        long inUse = file.chunks.values().stream().mapToLong(c -> c.maxLenLive).sum();
        return file.size() > Math.max(bytes, 2 * inUse);
    }

    /// Copies what is in use in such chunks to new ones, and commits that by `commit`, which also
    /// lets go of chunks that are not in use any more.
    ///
    /// Otherwise H2 keeps those for a while, since the disk may have newer chunks later than it was
    /// given them; here it is made to have them first.
    ///
    /// @param bytes how much about
    public <E extends Exception> void moveOut(int bytes, Commit<E> commit) throws E {
        file.sync();
        int usual = file.getRetentionTime();
        file.setRetentionTime(0);
        try {
            if (!store.compact(WHATEVER_THE_FILL_RATE, bytes)) {
                // H2 passes by chunks that are larger.
                store.compact(WHATEVER_THE_FILL_RATE, Math.max(bytes, largestChunk()));
            }
            cleanBuffers();
            commit.run();
        } finally {
            file.setRetentionTime(usual);
        }
        file.sync();
    }

    /// Commits something.
    @FunctionalInterface
    public interface Commit<E extends Exception> {
        void run() throws E;
    }

    private int largestChunk() {
        long largest = file.chunks.values().stream().mapToLong(c -> c.maxLenLive).max().orElse(0);
        return (int) Math.min(Integer.MAX_VALUE, largest + 1);
    }

    private void cleanBuffers() {
        List<WriteBuffer> buffers = new ArrayList<>();
        for (int i = 0; i <= FileStore.PIPE_LENGTH; i++) {
            WriteBuffer buffer = file.getWriteBuffer();
            Arrays.fill(buffer.getBuffer().array(), (byte) 0);
            buffers.add(buffer);
        }
        buffers.forEach(file::releaseWriteBuffer);
    }

    /// Lets the next commit write in the file's header where the last chunk is, so that opening the
    /// file does not depend on what is wiped.
    public void pointHeaderToNextChunk() {
        file.getStoreHeader().put(FileStore.HDR_CLEAN, 0);
    }

    /// Everything that is to outlive the wiping is on the disk after this.
    public void sync() {
        file.sync();
    }

    /// Writes zeros over unused bytes that are not zero.
    ///
    /// @param from where in the file to begin
    /// @param bytes how far to go at most
    /// @return where to go on; the length of the file, or more, when it is done
    public long wipe(long from, int bytes) {
        long to = from + bytes;
        store.executeFilestoreOperation(() -> {
            for (Span unused : unused()) {
                wipe(Math.max(from, unused.from()), Math.min(to, unused.to()));
            }
        });
        return to;
    }

    /// The length of the file.
    public long length() {
        return file.size();
    }

    private record Span(long from, long to) {}

    private List<Span> unused() {
        List<Span> unused = new ArrayList<>();
        long end = 2L * FileStore.BLOCK_SIZE;
        for (Chunk<?> chunk : byPosition()) {
            long start = chunk.block * FileStore.BLOCK_SIZE;
            unused.add(new Span(end, start));
            end = start + (long) chunk.len * FileStore.BLOCK_SIZE;
            if (chunk.tocPos > 0) {
                long contents = chunk.tocPos + (long) chunk.pageCount * Long.BYTES;
                unused.add(new Span(start + contents, end - Chunk.FOOTER_LENGTH));
            }
        }
        unused.add(new Span(end, file.size()));
        return unused;
    }

    private List<? extends Chunk<?>> byPosition() {
        return file.chunks.values().stream()
                .filter(Chunk::isAllocated)
                .sorted((a, b) -> Long.compare(a.block, b.block))
                .toList();
    }

    private void wipe(long from, long to) {
        for (long at = from; at < to; at += PIECE) {
            int length = (int) Math.min(PIECE, to - at);
            if (!isZero(file.readFully(null, at, length))) {
                file.writeFully(null, at, ByteBuffer.allocate(length));
            }
        }
    }

    private static boolean isZero(ByteBuffer bytes) {
        return bytes.mismatch(ByteBuffer.allocate(bytes.limit())) < 0;
    }
}
