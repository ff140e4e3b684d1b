package dev.tandem.desktop.editor.highlight;

import dev.tandem.desktop.language.Language;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the colours of one editor up to date without ever letting it wait.
///
/// It is told of each change of the text on the FX thread, and a thread of its own does the work.
/// Colours come back on the FX thread, already moved along with whatever was typed meanwhile, so
/// their offsets are those of the text as it is when they arrive.
public final class HighlightService implements AutoCloseable {
    private final Executor fxThread;
    private final Consumer<Highlighting> sink;
    private final HighlightWorker worker;
    private final Deque<TextEdit> unanswered = new ArrayDeque<>();
    private final AtomicReference<@Nullable Highlighting> newest = new AtomicReference<>();
    private long version;
    private long answered;
    private long opened;
    private boolean closed;

    /// @param fxThread how the worker gets back, `Platform::runLater`
    /// @param sink gets colours for the part last shown after each change, on the FX thread
    public HighlightService(Executor fxThread, Consumer<Highlighting> sink) {
        this.fxThread = fxThread;
        this.sink = sink;
        this.worker = new HighlightWorker(this::deliver);
    }

    /// Begins anew with another text or language.
    public void open(Language language, String text) {
        version++;
        opened = version;
        answered = version;
        unanswered.clear();
        worker.open(version, language, text);
    }

    public void edit(TextEdit edit) {
        version++;
        unanswered.addLast(edit);
        worker.edit(version, edit);
    }

    /// Says which part is on screen; some of what is around it is coloured as well.
    public void show(int from, int to) {
        worker.show(from, to);
    }

    @Override
    public void close() {
        closed = true;
        worker.close();
    }

    // Of what the FX thread has no time for, only the newest waits there.
    private void deliver(Highlighting highlighting) {
        if (newest.getAndSet(highlighting) == null) {
            fxThread.execute(() -> take(Objects.requireNonNull(newest.getAndSet(null))));
        }
    }

    private void take(Highlighting highlighting) {
        if (closed || highlighting.version() < opened) {
            return;
        }
        for (; answered < highlighting.version(); answered++) {
            unanswered.removeFirst();
        }
        Highlighting current = highlighting;
        for (TextEdit edit : unanswered) {
            current = current.after(edit);
        }
        sink.accept(current);
    }
}
