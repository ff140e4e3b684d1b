package dev.tandem.protocol.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A recording of one person writing a paper, `traces/automerge-paper.json.gz`.
///
/// @param operations one after another, from the empty text
/// @param endContent the text they end in
public record PaperTrace(List<TextOperation> operations, String endContent) {

    public static PaperTrace load() {
        JsonNode trace = json("automerge-paper.json.gz");
        List<TextOperation> operations = new ArrayList<>();
        int length = 0;
        for (JsonNode transaction : trace.get("txns")) {
            for (JsonNode patch : transaction.get("patches")) {
                TextOperation operation = operation(patch, length);
                operations.add(operation);
                length = operation.targetLength();
            }
        }
        return new PaperTrace(operations, trace.get("endContent").textValue());
    }

    static JsonNode json(String name) {
        try (InputStream file = PaperTrace.class.getResourceAsStream("/traces/" + name)) {
            return new ObjectMapper().readTree(new GZIPInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TextOperation operation(JsonNode patch, int length) {
        int at = patch.get(0).intValue();
        return TextOperation.replace(
                length, at, at + patch.get(1).intValue(), patch.get(2).textValue());
    }
}
