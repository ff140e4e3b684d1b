package dev.tandem.desktop.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes what comes to a file, under another name until all of it is there.
final class Download {
    private static final int PIECE = 1 << 16;

    private Download() {}

    /// The file cannot be written; what was there before still is.
    static final class NoFile extends IOException {
        private static final long serialVersionUID = 1;

        NoFile(IOException cause) {
            super(cause);
        }
    }

    /// Returns `file`.
    ///
    /// @throws NoFile if the file cannot be written
    /// @throws IOException if no more of it comes
    static Path to(Path file, InputStream content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            write(content, part);
            return move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path move(Path part, Path file) throws NoFile {
        try {
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new NoFile(e);
        }
    }

    private static void write(InputStream content, Path part) throws IOException {
        try (OutputStream out = open(part)) {
            byte[] piece = new byte[PIECE];
            int length = content.read(piece);
            while (length >= 0) {
                write(out, piece, length);
                length = content.read(piece);
            }
        }
    }

    private static OutputStream open(Path part) throws NoFile {
        try {
            return Files.newOutputStream(part);
        } catch (IOException e) {
            throw new NoFile(e);
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) throws NoFile {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new NoFile(e);
        }
    }
}
