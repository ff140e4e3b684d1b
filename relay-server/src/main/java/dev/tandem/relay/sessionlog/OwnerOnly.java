package dev.tandem.relay.sessionlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files with secrets in them, such as the relay's key.
final class OwnerOnly {
    private static final Logger log = LoggerFactory.getLogger(OwnerOnly.class);

    private OwnerOnly() {}

    /// Lets only its owner read and write a file, where the file system has that.
    static void protect(Path file) {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            log.warn("Others may be able to read {}: {}", file, e.toString());
        }
    }
}
