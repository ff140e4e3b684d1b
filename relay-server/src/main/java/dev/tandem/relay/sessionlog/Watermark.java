package dev.tandem.relay.sessionlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far the database was when the disk certainly had all of it, in a file beside it. H2 opens a
/// file that was cut short at an older state and says nothing; this is how it is noticed.
final class Watermark {
    private static final Logger log = LoggerFactory.getLogger(Watermark.class);
    static final String NAME = "tandem.mark";
    private static final int HEADER_BYTES = 4096;

    private final Path folder;

    Watermark(Path folder) {
        this.folder = folder;
    }

    /// @param created when the database was made, which tells it from others
    /// @param version a number that grows with each commit
    private record Mark(long created, long version) {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}) (\\d{1,18})\\s*");
        private static final Pattern CREATED = Pattern.compile("\\bcreated:([0-9a-f]{1,15})\\b");
        private static final Pattern VERSION = Pattern.compile("\\bversion:([0-9a-f]{1,15})\\b");

        static Mark of(MVStore store) {
            return new Mark(store.getFileStore().getCreationTime(), store.getCurrentVersion());
        }

        static Optional<Mark> parse(String written) {
            Matcher parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(
                            new Mark(
                                    Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        }

        /// H2 keeps both at the beginning of its file, when it was closed in order.
        static Optional<Mark> ofHeader(String header) {
            Matcher created = CREATED.matcher(header);
            Matcher version = VERSION.matcher(header);
            return created.find() && version.find()
                    ? Optional.of(
                            new Mark(
                                    Long.parseLong(created.group(1), 16),
                                    Long.parseLong(version.group(1), 16)))
                    : Optional.empty();
        }
    }

    /// Whether a database that is open is older than it was. One that is not there any more is no
    /// matter, nor another one in its place.
    boolean isAbove(Connection connection) throws SQLException {
        Mark now = Mark.of(H2Store.of(connection));
        return read().filter(mark -> mark.created() == now.created())
                .filter(mark -> mark.version() > now.version())
                .isPresent();
    }

    /// Has everything that is committed forced to the disk, and notes that.
    void write(Connection connection) throws SQLException {
        MVStore store = H2Store.of(connection);
        Mark mark = Mark.of(store);
        store.sync();
        write(mark);
    }

    /// Notes how far a database was when it was closed.
    void writeFromClosedFile() {
        Path file = folder.resolve(DatabaseFile.FILE_NAME);
        try (InputStream in = Files.newInputStream(file)) {
            String header = new String(in.readNBytes(HEADER_BYTES), ISO_8859_1);
            Mark.ofHeader(header).ifPresent(this::write);
        } catch (IOException e) {
            log.warn("How far the database is could not be noted: {}", e.toString());
        }
    }

    private Optional<Mark> read() {
        try {
            return Mark.parse(Files.readString(folder.resolve(NAME), US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Not worth a failure: an older mark is as true.
    private void write(Mark mark) {
        Path fresh = folder.resolve(NAME + ".new");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                String text = mark.created() + " " + mark.version() + "\n";
                channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
                channel.force(true);
            }
            Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("How far the database is could not be noted: {}", e.toString());
        }
    }
}
