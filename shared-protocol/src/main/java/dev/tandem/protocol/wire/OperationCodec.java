package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.List;

/// Operations as the contract writes them: `n > 0` keeps, a text inserts, `n < 0` deletes.
final class OperationCodec {
    private OperationCodec() {}

    static JsonNode write(TextOperation operation) {
        return Json.array(operation.parts(), OperationCodec::write);
    }

    private static JsonNode write(Part part) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (part) {
            case Keep(int length) -> nodes.numberNode(length);
            case Insert(String text) -> nodes.textNode(text);
            case Delete(int length) -> nodes.numberNode(-length);
        };
    }

    /// @throws BadMessage if it is not a list of whole numbers and texts
    /// @throws IllegalArgumentException if it is one, but no operation in normal form; the message
    ///   says why
    static TextOperation read(ArrayNode array) throws BadMessage {
        for (JsonNode node : array) {
            if (!node.isTextual() && !node.isIntegralNumber()) {
                throw BadMessage.field("operation", "a list of whole numbers and texts");
            }
        }
        List<Part> parts = new ArrayList<>(array.size());
        for (JsonNode node : array) {
            parts.add(part(node));
        }
        return TextOperation.ofNormal(parts);
    }

    private static Part part(JsonNode node) {
        if (node.isTextual()) {
            return new Insert(node.textValue());
        }
        if (!node.canConvertToInt() || node.intValue() == Integer.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "The operation has the length " + node.asText() + ", which no text has.");
        }
        int n = node.intValue();
        return n > 0 ? new Keep(n) : new Delete(-n);
    }
}
