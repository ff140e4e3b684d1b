package dev.tandem.relay.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes wrong ones of right JSON texts.
final class Fuzz {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    ",",
                    ":",
                    "null",
                    "true",
                    "-",
                    "1e999",
                    "\\ud800",
                    "\\u0000",
                    "\u0000",
                    "9223372036854775808",
                    "NaN",
                    "/**/",
                    "'",
                    "\ufeff",
                    "[[[[");

    private final RandomGenerator random;

    Fuzz(RandomGenerator random) {
        this.random = random;
    }

    /// Something like `text`, in UTF-8 for the most part.
    byte[] wrong(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> flipped(text.getBytes(UTF_8));
            case 1 -> text.substring(0, random.nextInt(text.length())).getBytes(UTF_8);
            case 2 -> insert(text, piece()).getBytes(UTF_8);
            case 3 -> noise(random.nextInt(200));
            case 4 -> insert(text, piece().repeat(random.nextInt(2_000))).getBytes(UTF_8);
            default -> otherwise(text).getBytes(UTF_8);
        };
    }

    /// The same in UTF-8 always: a WebSocket that gets anything else as a text is closed for it.
    byte[] wrongText(String text) {
        byte[] bytes = wrong(text);
        while (!isUtf8(bytes)) {
            bytes = wrong(text);
        }
        return bytes;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Something like a file.
    byte[] wrong(byte[] file) {
        return random.nextInt(4) == 0
                ? Arrays.copyOf(file, random.nextInt(file.length))
                : flipped(file.clone());
    }

    /// What could stand for a value in a URL, be it right or wrong, on one line.
    byte[] parameter(String value) {
        return switch (random.nextInt(8)) {
            case 0 -> value.getBytes(UTF_8);
            case 1 -> new byte[0];
            case 2 -> onOneLine(noise(random.nextInt(50)));
            case 3 -> "%".repeat(random.nextInt(20)).getBytes(UTF_8);
            case 4 -> "%00%ff%c3%28".getBytes(UTF_8);
            case 5 -> Long.toString(random.nextLong()).getBytes(UTF_8);
            case 6 -> value.repeat(random.nextInt(1_000)).getBytes(UTF_8);
            default -> insert(value, URLEncoder.encode(piece(), UTF_8)).getBytes(UTF_8);
        };
    }

    private static byte[] onOneLine(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' || bytes[i] == '\r' ? (byte) '+' : bytes[i];
        }
        return bytes;
    }

    private byte[] flipped(byte[] bytes) {
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String insert(String text, String piece) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(at);
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /// JSON still, with one or two values that are others or missing.
    String otherwise(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            for (int i = random.nextInt(1, 3); i > 0; i--) {
                change(node);
            }
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    private void change(JsonNode node) {
        switch (node) {
            case ObjectNode object when !object.isEmpty() -> change(object);
            case ArrayNode array when !array.isEmpty() -> {
                int at = random.nextInt(array.size());
                if (random.nextBoolean() && array.get(at).isContainerNode()) {
                    change(array.get(at));
                } else {
                    array.set(at, value());
                }
            }
            default -> {}
        }
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(3) > 0 && object.get(name).isContainerNode()) {
            change(object.get(name));
        } else if (random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            object.set(name, value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextInt(-3, 4));
            case 4 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 5 -> NODES.textNode("");
            case 6 -> NODES.textNode("x".repeat(random.nextInt(5_000)));
            case 7 -> NODES.textNode("\ud83d");
            case 8 -> NODES.textNode("a\u0000\r\n\u202e\ud83d\ude00");
            case 9 -> NODES.objectNode();
            case 10 -> NODES.arrayNode().add(random.nextInt()).add("x").add(-1);
            case 11 -> NODES.arrayNode();
            case 12 -> NODES.textNode("main");
            default -> nested();
        };
    }

    private JsonNode nested() {
        JsonNode node = NODES.nullNode();
        for (int i = random.nextInt(900); i > 0; i--) {
            node = NODES.arrayNode().add(node);
        }
        return node;
    }
}
