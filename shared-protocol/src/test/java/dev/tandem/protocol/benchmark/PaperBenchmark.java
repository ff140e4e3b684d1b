package dev.tandem.protocol.benchmark;

import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.PaperTrace;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextBuffer;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The 259,778 edits of `traces/automerge-paper.json.gz`, from the empty text to the whole paper. A
/// fold that ends in another text than the author's fails.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OperationsPerInvocation(PaperBenchmark.EDITS)
public class PaperBenchmark {
    static final int EDITS = 259_778;

    private List<TextOperation> operations;
    private List<Patch> patches;
    private int length;

    /// The same edit without an algebra, for what takes only that.
    private record Patch(int at, int deleted, String inserted) {

        static Patch of(TextOperation operation) {
            int at = 0;
            int deleted = 0;
            String inserted = "";
            boolean found = false;
            for (TextOperation.Part part : operation.parts()) {
                switch (part) {
                    case TextOperation.Keep(int kept) -> at = found ? at : kept;
                    case TextOperation.Insert(String text) -> inserted = text;
                    case TextOperation.Delete(int count) -> deleted = count;
                }
                found = found || !(part instanceof TextOperation.Keep);
            }
            return new Patch(at, deleted, inserted);
        }
    }

    @Setup
    public void load() {
        PaperTrace paper = PaperTrace.load();
        operations = paper.operations();
        patches = operations.stream().map(Patch::of).toList();
        length = paper.endContent().length();
        requireWhole(paper.endContent(), bufferFolds().toString());
        requireWhole(paper.endContent(), stringBuilderFolds().toString());
    }

    @Benchmark
    public TextBuffer bufferFolds() {
        TextBuffer buffer = new TextBuffer("");
        for (TextOperation operation : operations) {
            buffer.apply(operation);
        }
        return buffer;
    }

    @Benchmark
    public Text textFolds() {
        Text text = Text.of("");
        for (TextOperation operation : operations) {
            text = text.apply(operation);
        }
        return text;
    }

    /// With all that the log keeps: every change, the deleted texts included.
    @Benchmark
    public DocumentHistory historyFolds() {
        Text text = Text.of("");
        DocumentHistory history = DocumentHistory.startingAt(0);
        for (TextOperation operation : operations) {
            history = history.append(text.changeOf(operation));
            text = text.apply(operation);
        }
        return history;
    }

    @Benchmark
    public StringBuilder stringBuilderFolds() {
        StringBuilder builder = new StringBuilder(length);
        for (Patch patch : patches) {
            if (patch.deleted == 0) {
                builder.insert(patch.at, patch.inserted);
            } else {
                builder.replace(patch.at, patch.at + patch.deleted, patch.inserted);
            }
        }
        return builder;
    }

    private static void requireWhole(String paper, String folded) {
        if (!paper.equals(folded)) {
            throw new IllegalStateException("the fold ends in another text than the author's");
        }
    }
}
