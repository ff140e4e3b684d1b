package dev.tandem.relay.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes edits as messages, one after another into the same memory. For one thread.
final class EditWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Bytes bytes = new Bytes();

    /// Bytes that can be sent without a copy.
    private static final class Bytes extends ByteArrayOutputStream {
        void sendTo(Wire wire) {
            wire.send(buf, count);
        }
    }

    /// Sends an edit of the main document as it was at `revision`.
    void edit(Wire wire, long id, int revision, TextOperation operation) {
        bytes.reset();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "code_update");
            json.writeNumberField("id", id);
            json.writeObjectFieldStart("payload");
            json.writeStringField("doc", "main");
            json.writeNumberField("revision", revision);
            json.writeArrayFieldStart("operation");
            for (TextOperation.Part part : operation.parts()) {
                write(json, part);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is only memory behind it
        }
        bytes.sendTo(wire);
    }

    private static void write(JsonGenerator json, TextOperation.Part part) throws IOException {
        switch (part) {
            case Keep(int length) -> json.writeNumber(length);
            case Insert(String text) -> json.writeString(text);
            case Delete(int length) -> json.writeNumber(-length);
        }
    }
}
