package dev.tandem.desktop.replay;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.replay.CompactLog;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.protocol.wire.SessionFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads what a relay exports as JSON or as a `.tandem` file: a header, and then every event on its
/// line, packed with gzip in the latter. What it proves is not checked here.
///
/// @param file is read anew by each [#load]
public record RecordingFile(Path file) implements RecordingLoader {
    private static final int BUFFER = 1 << 16;
    private static final int LINES_BETWEEN_WORDS = 1_000;
    private static final String NO_RECORDING =
            "This is no recording of an interview. Choose a file that a relay exported as JSON or"
                    + " as a .tandem file.";

    @Override
    public Recording load(DoubleConsumer progress)
            throws UnreadableRecording, InterruptedException {
        try (BufferedReader lines = open(file)) {
            String header = lines.readLine();
            String title = title(header == null ? "" : header);
            return new Recording(title, events(lines, Files.size(file), progress));
        } catch (NoSuchFileException e) {
            throw new UnreadableRecording("There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw new UnreadableRecording(NO_RECORDING, e);
        } catch (ZipException | EOFException e) {
            throw new UnreadableRecording("This recording is damaged and cannot be unpacked.", e);
        } catch (IOException e) {
            throw new UnreadableRecording("The file " + file + " cannot be read.", e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        bytes.mark(2);
        boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        InputStream text = packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()));
    }

    private static String title(String header) throws UnreadableRecording {
        try {
            return SessionFile.readHeader(header).facts().title();
        } catch (BadMessage e) {
            throw new UnreadableRecording(NO_RECORDING, e);
        }
    }

    private static CompactLog events(BufferedReader lines, long size, DoubleConsumer progress)
            throws IOException, UnreadableRecording, InterruptedException {
        CompactLog.Builder log = new CompactLog.Builder();
        long read = 0;
        int number = 1;
        long last = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read += line.length() + 1;
            number++;
            if (number % LINES_BETWEEN_WORDS == 0) {
                progress.accept(Math.min(1, (double) read / size));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            if (event(line, number) instanceof Event(LoggedEvent event)) {
                if (event.seq().value() <= last) {
                    throw damaged(number, null);
                }
                last = event.seq().value();
                log.add(event);
            }
        }
        if (last == 0) {
            throw new UnreadableRecording("Nothing happened in this recording.");
        }
        return log.build();
    }

    /// Of a newer relay's events it is not known what they are; the others go on without them.
    private static Object event(String line, int number) throws UnreadableRecording {
        try {
            return MessageCodec.readServerMessage(line);
        } catch (BadMessage e) {
            throw damaged(number, e);
        }
    }

    private static UnreadableRecording damaged(int line, @Nullable BadMessage cause) {
        return new UnreadableRecording(
                String.format(
                        Locale.ENGLISH,
                        "This recording is damaged in line %,d, so that it cannot be shown.",
                        line),
                cause);
    }
}
