package dev.tandem.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.protocol.wire.Packing;
import dev.tandem.protocol.wire.SessionFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {
    @TempDir Path folder;

    private final Talk talk = Talk.begun().type(Talk.MERT, "print(1)", 100).end();

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                SessionFile.header(
                        new SessionSummary(
                                new SessionId("s"),
                                RoomRules.fold(talk.log()).session(),
                                "python",
                                List.of(),
                                List.of())));
        talk.log().forEach(event -> lines.add(MessageCodec.write(event)));
        return lines;
    }

    private Recording read(List<String> lines) throws Exception {
        Path file = folder.resolve("talk.jsonl");
        Files.write(file, lines);
        return new RecordingFile(file).load(_ -> {});
    }

    private void isRefused(List<String> lines, String sentence) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(UnreadableRecording.class)
                .hasMessage(sentence);
    }

    @Test
    void anExportIsTheLog() throws Exception {
        Recording recording = read(lines());
        assertThat(recording.title()).isEqualTo("Backend engineer, first talk");
        assertThat(recording.events()).isEqualTo(talk.log());
    }

    @Test
    void aPackedFileIsTheSame() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(String.join("\n", lines()).getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes(Packing.end(new byte[32]));
        Path file = folder.resolve("talk.tandem");
        Files.write(file, bytes.toByteArray());
        assertThat(new RecordingFile(file).load(_ -> {}).events()).isEqualTo(talk.log());
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        assertThatThrownBy(() -> new RecordingFile(file).load(_ -> {}))
                .hasMessage("This recording is damaged and cannot be unpacked.");
    }

    @Test
    void aNewerEventIsLeftOut() throws Exception {
        List<String> lines = lines();
        lines.add("{\"type\":\"waved\",\"seq\":99,\"at\":1,\"by\":null,\"payload\":{}}");
        assertThat(read(lines).events()).isEqualTo(talk.log());
    }

    @Test
    void anotherFileIsNone() throws IOException {
        String none =
                "This is no recording of an interview. Choose a file that a relay exported as"
                        + " JSON or as a .tandem file.";
        isRefused(List.of(), none);
        isRefused(List.of("# A talk", "", "…"), none);
        isRefused(List.of("{\"type\":\"ping\"}"), none);
        Path picture = folder.resolve("picture.png");
        Files.write(picture, new byte[] {(byte) 0x89, (byte) 0xff, 0, 1});
        assertThatThrownBy(() -> new RecordingFile(picture).load(_ -> {})).hasMessage(none);
    }

    @Test
    void damageIsSaid() {
        List<String> lines = lines();
        lines.set(3, lines.get(3).substring(0, 20));
        isRefused(lines, "This recording is damaged in line 4, so that it cannot be shown.");
        List<String> twice = lines();
        twice.add(twice.getLast());
        isRefused(
                twice,
                "This recording is damaged in line %d, so that it cannot be shown."
                        .formatted(twice.size()));
        isRefused(lines().subList(0, 1), "Nothing happened in this recording.");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Path file = folder.resolve("gone.jsonl");
        assertThatThrownBy(() -> new RecordingFile(file).load(_ -> {}))
                .isInstanceOf(UnreadableRecording.class)
                .hasMessage("There is no file " + file + ".");
    }
}
