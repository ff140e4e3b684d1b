package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.role.Word;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.TextRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one object, and names the one that is missing or of a wrong kind. Fields
/// that nobody asks for are ignored; one that is null counts as missing.
record Fields(ObjectNode object) {
    private static final Pattern LANGUAGE =
            Pattern.compile("[a-z0-9+#_-]{1," + Limits.LANGUAGE_LENGTH + "}");

    private static final Pattern HASH = Pattern.compile("[0-9A-Fa-f]{16}");

    /// Reads one element of a list.
    interface Reader<T> {
        T read(JsonNode node) throws BadMessage;
    }

    /// Reads one object of a list.
    interface ObjectReader<T> {
        T read(Fields item) throws BadMessage;
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    String text(String field) throws BadMessage {
        JsonNode node = object.get(field);
        if (node == null
                || !node.isTextual()
                || TextRules.indexOfLoneSurrogate(node.textValue()) >= 0) {
            throw BadMessage.field(field, "a text");
        }
        return node.textValue();
    }

    @Nullable String textOrNull(String field) throws BadMessage {
        return has(field) ? text(field) : null;
    }

    /// A text of 1 to `longest` code points after trimming, on one line.
    String line(String field, int longest) throws BadMessage {
        String line = text(field).strip();
        if (!isLine(line, longest)) {
            throw BadMessage.field(
                    field, "1 to " + longest + " characters without control characters");
        }
        return line;
    }

    /// A list of such texts.
    List<String> lines(String field, int longest) throws BadMessage {
        return list(
                field,
                node -> {
                    String line = node.isTextual() ? node.textValue().strip() : "";
                    if (isLine(line, longest) && TextRules.indexOfLoneSurrogate(line) < 0) {
                        return line;
                    }
                    throw BadMessage.field(
                            field, "a list of texts of 1 to " + longest + " characters");
                });
    }

    private static boolean isLine(String line, int longest) {
        return !line.isEmpty()
                && line.codePointCount(0, line.length()) <= longest
                && line.chars().noneMatch(Character::isISOControl);
    }

    /// A whole number, however large.
    JsonNode wholeNumber(String field) throws BadMessage {
        JsonNode node = object.get(field);
        if (node == null || !node.isIntegralNumber()) {
            throw BadMessage.field(field, "a whole number");
        }
        return node;
    }

    long integer(String field) throws BadMessage {
        JsonNode node = wholeNumber(field);
        if (!node.canConvertToLong()) {
            throw BadMessage.field(field, "a whole number");
        }
        return node.longValue();
    }

    @Nullable Long integerOrNull(String field) throws BadMessage {
        return has(field) ? integer(field) : null;
    }

    int smallInteger(String field) throws BadMessage {
        long value = integer(field);
        if (value != (int) value) {
            throw BadMessage.field(field, "a whole number");
        }
        return (int) value;
    }

    @Nullable Integer smallIntegerOrNull(String field) throws BadMessage {
        return has(field) ? (Integer) smallInteger(field) : null;
    }

    Number number(String field) throws BadMessage {
        JsonNode node = object.get(field);
        if (node == null || !node.isNumber() || Double.isInfinite(node.doubleValue())) {
            throw BadMessage.field(field, "a number");
        }
        return node.numberValue();
    }

    boolean flag(String field) throws BadMessage {
        JsonNode node = object.get(field);
        if (node == null || !node.isBoolean()) {
            throw BadMessage.field(field, "true or false");
        }
        return node.booleanValue();
    }

    @Nullable Boolean flagOrNull(String field) throws BadMessage {
        return has(field) ? flag(field) : null;
    }

    Fields object(String field) throws BadMessage {
        if (object.get(field) instanceof ObjectNode inner) {
            return new Fields(inner);
        }
        throw BadMessage.field(field, "an object");
    }

    ArrayNode array(String field) throws BadMessage {
        if (object.get(field) instanceof ArrayNode array) {
            return array;
        }
        throw BadMessage.field(field, "a list");
    }

    <T> List<T> list(String field, Reader<T> reader) throws BadMessage {
        List<T> items = new ArrayList<>();
        for (JsonNode node : array(field)) {
            items.add(reader.read(node));
        }
        return items;
    }

    List<Fields> objects(String field) throws BadMessage {
        return objects(field, item -> item);
    }

    <T> List<T> objects(String field, ObjectReader<T> reader) throws BadMessage {
        return list(
                field,
                node -> {
                    if (node instanceof ObjectNode inner) {
                        return reader.read(new Fields(inner));
                    }
                    throw BadMessage.field(field, "a list of objects");
                });
    }

    /// All the fields that are a number or a text.
    Map<String, Object> scalars() {
        Map<String, Object> scalars = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isNumber()) {
                scalars.put(field.getKey(), field.getValue().numberValue());
            } else if (field.getValue().isTextual()) {
                scalars.put(field.getKey(), field.getValue().textValue());
            }
        }
        return scalars;
    }

    <E extends Enum<E> & Word> E word(String field, Class<E> type) throws BadMessage {
        return Word.of(type, text(field))
                .orElseThrow(() -> BadMessage.field(field, "a word of the vocabulary"));
    }

    <E extends Enum<E> & Word> @Nullable E wordOrNull(String field, Class<E> type)
            throws BadMessage {
        return has(field) ? word(field, type) : null;
    }

    DocumentId doc() throws BadMessage {
        String doc = text("doc");
        if (!DocumentId.isValid(doc)) {
            throw BadMessage.field("doc", "1 to 64 characters without control characters");
        }
        return new DocumentId(doc);
    }

    String language() throws BadMessage {
        String language = text("language");
        if (!LANGUAGE.matcher(language).matches()) {
            throw BadMessage.field("language", "1 to 32 of a-z, 0-9, +, #, _ and -");
        }
        return language;
    }

    ParticipantId participantId(String field) throws BadMessage {
        String id = text(field);
        if (!ParticipantId.isValid(id)) {
            throw BadMessage.field(field, "a participant's id");
        }
        return new ParticipantId(id);
    }

    @Nullable ParticipantId participantIdOrNull(String field) throws BadMessage {
        return has(field) ? participantId(field) : null;
    }

    RunId runId() throws BadMessage {
        String id = text("runId");
        if (!RunId.isValid(id)) {
            throw BadMessage.field("runId", "a run's id");
        }
        return new RunId(id);
    }

    SubmissionId submissionId() throws BadMessage {
        String id = text("submissionId");
        if (!SubmissionId.isValid(id)) {
            throw BadMessage.field("submissionId", "a submission's id");
        }
        return new SubmissionId(id);
    }

    SessionId sessionId(String field) throws BadMessage {
        String id = text(field);
        if (!SessionId.isValid(id)) {
            throw BadMessage.field(field, "a session's id");
        }
        return new SessionId(id);
    }

    CommandId commandId(String field) throws BadMessage {
        CommandId id = usableCommandId(field);
        if (id == null) {
            throw BadMessage.field(field, "a whole number from 1 to 2^53-1");
        }
        return id;
    }

    @Nullable CommandId commandIdOrNull(String field) throws BadMessage {
        return has(field) ? commandId(field) : null;
    }

    /// Null where there is none, or none that a command can have.
    @Nullable CommandId usableCommandId(String field) {
        JsonNode id = object.get(field);
        return id != null
                        && id.isIntegralNumber()
                        && id.canConvertToLong()
                        && CommandId.isValid(id.longValue())
                ? new CommandId(id.longValue())
                : null;
    }

    Revision revision() throws BadMessage {
        int revision = smallInteger("revision");
        if (revision < 0) {
            throw BadMessage.field("revision", "0 or more");
        }
        return new Revision(revision);
    }

    /// Of a text, in lower case.
    String hash() throws BadMessage {
        String hash = text("hash");
        if (!HASH.matcher(hash).matches()) {
            throw BadMessage.field("hash", "16 hexadecimal digits");
        }
        return hash.toLowerCase(Locale.ROOT);
    }

    /// The revisions that an edit takes back; null where it takes none back.
    ///
    /// @param newest that can be among them
    @Nullable List<Revision> undoOf(int newest) throws BadMessage {
        if (!has("undoOf")) {
            return null;
        }
        ArrayNode array = array("undoOf");
        if (array.size() > Limits.UNDO_OF) {
            throw badUndoOf();
        }
        List<Revision> revisions = new ArrayList<>();
        int least = 1;
        for (JsonNode node : array) {
            if (!node.isIntegralNumber()
                    || !node.canConvertToInt()
                    || node.intValue() < least
                    || node.intValue() > newest) {
                throw badUndoOf();
            }
            revisions.add(new Revision(node.intValue()));
            least = node.intValue() + 1;
        }
        return revisions;
    }

    private static BadMessage badUndoOf() {
        return BadMessage.field(
                "undoOf",
                "a list of at most %,d growing revisions, none above the text's own"
                        .formatted(Limits.UNDO_OF));
    }

    Seq seq(String field) throws BadMessage {
        long seq = integer(field);
        if (seq < 0) {
            throw BadMessage.field(field, "0 or more");
        }
        return new Seq(seq);
    }
}
