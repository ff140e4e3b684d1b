package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.text.StarTrace.Submission;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Recorded typing ends in the text that its authors had.
class TraceTest {
    private static final PaperTrace PAPER = PaperTrace.load();

    @Test
    void theBufferWritesThePaperAndTakesItBack() {
        TextBuffer buffer = new TextBuffer("");
        List<TextChange> changes = new ArrayList<>();
        for (TextOperation operation : PAPER.operations()) {
            changes.add(new TextChange(operation, buffer.apply(operation)));
        }
        assertThat(changes).hasSize(259_778);
        assertThat(buffer).hasToString(PAPER.endContent());
        changes.reversed().forEach(change -> buffer.apply(change.invert().operation()));
        assertThat(buffer).hasToString("");
    }

    @Test
    void theTextWritesThePaperAndTakesItBack() {
        Text first = Text.of("");
        Text text = first;
        DocumentHistory history = DocumentHistory.startingAt(0);
        for (TextOperation operation : PAPER.operations()) {
            history = history.append(text.changeOf(operation));
            text = text.apply(operation);
        }
        Text last = text;
        assertThat(last).hasToString(PAPER.endContent());
        for (TextChange change : history.since(0).reversed()) {
            text = text.apply(change.invert().operation());
        }
        assertThat(text).hasToString("");
        assertThat(first).hasToString("");
        assertThat(last).hasToString(PAPER.endContent());
    }

    @Test
    void thePaperComposesToASingleInsert() {
        TextOperation whole = TextOperation.composeAll(PAPER.operations());
        assertThat(whole).isEqualTo(TextOperation.insert(0, 0, PAPER.endContent()));
    }

    @Test
    void twoPeopleEndInTheTextTheyHad() {
        StarTrace trace = StarTrace.load();
        assertThat(trace.submissions()).hasSize(26_078);
        DocumentHistory history = DocumentHistory.startingAt(0);
        Text text = Text.of("");
        for (Submission submission : trace.submissions()) {
            int revision = submission.revision();
            assertThat(history.check(submission.operation(), revision, text)).isNull();
            TextOperation carried = history.transform(submission.operation(), revision);
            assertThat(carried).isEqualTo(submission.atHead());
            history = history.append(text.changeOf(carried));
            text = text.apply(carried);
        }
        assertThat(text).hasToString(trace.endContent());
    }
}
