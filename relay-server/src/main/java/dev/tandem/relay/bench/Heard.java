package dev.tandem.relay.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tandem.protocol.text.TextOperation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What matters to a load generator of one message from the relay, read from its JSON without
/// making a tree of it. What a message does not have is empty, 0 or null.
final class Heard {
    private static final JsonFactory JSON = new JsonFactory();

    String type = "";
    @Nullable String by;
    long id;
    long replyTo;
    boolean duplicate;
    boolean lasting;
    int revision;
    String hash = "";
    String code = "";
    @Nullable TextOperation operation;

    static Heard read(byte[] bytes, int from, int length) throws IOException {
        Heard heard = new Heard();
        try (JsonParser parser = JSON.createParser(bytes, from, length)) {
            parser.nextToken();
            heard.readMessage(parser);
        }
        return heard;
    }

    private void readMessage(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "type" -> type = parser.getText();
                case "by" -> by = value == JsonToken.VALUE_STRING ? parser.getText() : null;
                case "id" -> id = parser.getLongValue();
                case "replyTo" ->
                        replyTo = value == JsonToken.VALUE_NULL ? 0 : parser.getLongValue();
                case "duplicate" -> duplicate = parser.getBooleanValue();
                case "seq" -> lasting = true;
                case "payload" -> readPayload(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void readPayload(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "revision" -> revision = parser.getIntValue();
                case "hash" -> hash = parser.getText();
                case "code" -> code = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                case "operation" -> operation = readOperation(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private static TextOperation readOperation(JsonParser parser) throws IOException {
        TextOperation.Builder operation = new TextOperation.Builder();
        JsonToken part;
        while ((part = parser.nextToken()) != JsonToken.END_ARRAY) {
            if (part == JsonToken.VALUE_STRING) {
                operation.insert(parser.getText());
            } else if (parser.getIntValue() > 0) {
                operation.keep(parser.getIntValue());
            } else {
                operation.delete(-parser.getIntValue());
            }
        }
        return operation.build();
    }
}
