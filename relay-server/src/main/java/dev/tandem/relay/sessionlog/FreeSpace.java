package dev.tandem.relay.sessionlog;

import java.io.File;
import java.nio.file.Path;

/// How much room there is on the disk of a folder. Any thread.
///
/// What is stored has to leave a little of it: H2 gives up its database when it meets the end of
/// the disk and opens it again, which takes a while; and whoever erases something to make room
/// needs some to do it.
final class FreeSpace {
    private static final long KEPT_BYTES = 16L << 20;
    static final String FULL = "the disk is full; nothing can be stored until there is room again";

    private final File folder;

    FreeSpace(Path folder) {
        this.folder = folder.toFile();
    }

    /// Whether there is more than what is kept.
    boolean isThere() {
        return folder.getUsableSpace() > KEPT_BYTES;
    }
}
