package dev.tandem.protocol.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// JSON as it is read and written here: strict, one object. Jackson's own limits hold: 1,000 levels
/// deep, and numbers of 1,000 digits. Any thread.
final class Json {

    /// Buffers are used again across threads: a pool for each thread, which Jackson has by itself,
    /// is empty for every new virtual thread.
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private Json() {}

    static ObjectNode parse(String text) throws BadMessage {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw BadMessage.notJson();
        } catch (JsonProcessingException _) {
            throw BadMessage.notJson();
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static <T> ArrayNode array(Iterable<T> items, Function<T, JsonNode> write) {
        ArrayNode array = MAPPER.createArrayNode();
        items.forEach(item -> array.add(write.apply(item)));
        return array;
    }

    static JsonNode value(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    static ObjectNode putIfPresent(ObjectNode node, String field, @Nullable Object value) {
        return value == null ? node : node.set(field, value(value));
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
