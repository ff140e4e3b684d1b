package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.text.TextRules;
import java.util.List;

/// Feedback as the HTTP API and the files write it.
final class FeedbackCodec {
    private FeedbackCodec() {}

    static ObjectNode write(WriteFeedback write) {
        return Json.putIfPresent(
                Json.object().put("text", write.text()), "version", write.version());
    }

    static WriteFeedback readWrite(Fields f) throws BadMessage {
        String text = TextRules.normalise(f.text("text"));
        if (text.length() > Feedback.LENGTH) {
            throw BadMessage.field("text", "of at most " + Feedback.LENGTH + " characters");
        }
        Integer version = f.smallIntegerOrNull("version");
        if (version != null && version < 0) {
            throw BadMessage.field("version", "0 or more");
        }
        return new WriteFeedback(text, version);
    }

    static ObjectNode write(List<Feedback> feedback) {
        ObjectNode node = Json.object();
        node.set("items", Json.array(feedback, FeedbackCodec::write));
        return node;
    }

    static ObjectNode write(Feedback one) {
        return Json.object()
                .put("name", one.name())
                .put("mine", one.mine())
                .put("text", one.text())
                .put("updatedAt", one.updatedAt())
                .put("version", one.version());
    }

    /// In a file it is nobody's own, and nobody writes it anew.
    static ObjectNode writeToHandOn(Feedback one) {
        return write(one).without(List.of("mine", "version"));
    }

    static Feedback read(Fields f) throws BadMessage {
        return new Feedback(
                f.textOrNull("name"),
                f.flag("mine"),
                f.text("text"),
                f.integer("updatedAt"),
                f.smallInteger("version"));
    }
}
